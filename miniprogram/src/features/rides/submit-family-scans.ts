import { newId } from '@tongcheng/shared/ids';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { familyRecord } from '../../client/family-record';
import type { DeliveryNeeds } from './deliver';
import { queueRecord, queueScan } from './queue';
import { type QueuedScan, type ScanOutcome, scanRequest, signScan, withClockOffset } from './queued-scan';
import { whileSending } from './sending';
import { submitScan } from './submit-scan';

interface Needs extends DeliveryNeeds {
  readonly randomBytes: (size: number) => Promise<Uint8Array>;
}

/**
 * Registers the rider's scan, and with it one for each member who rides along: one request, each scan with an id and a
 * signature of its own. Without members it is an ordinary scan; without the service all of them are kept.
 */
export async function submitFamilyScans(needs: Needs, own: QueuedScan): Promise<ScanOutcome> {
  const { chosen, withoutMe } = needs.records.read(familyRecord);
  if (chosen.length === 0) return submitScan(needs, own);
  const members = await Promise.all(chosen.map((memberId) => ofMember(needs, own, memberId)));
  const scans = withoutMe ? members : [own, ...members];
  return whileSending(needs, scans, () => sendAll(needs, scans, true));
}

/** The same code at the same instant, for somebody else of the family. */
async function ofMember({ randomBytes, records }: Needs, own: QueuedScan, memberId: string): Promise<QueuedScan> {
  const bytes = await randomBytes(10);
  const { signature: _own, party: _party, ...scan } = own;
  return signScan(records, { ...scan, scanId: newId(own.scannedAt, () => bytes), memberId });
}

async function sendAll(needs: Needs, scans: readonly QueuedScan[], mayCorrect: boolean): Promise<ScanOutcome> {
  const { rider, clock, records } = needs;
  const [first] = scans;
  if (!first) throw new Error('nobody to register');
  const answer = await rider.call('rides.record-batch', { scans: scans.map((scan) => scanRequest(scan, clock.now())) });
  if (!answer.ok) {
    const { code, retry, zh, en } = answer.failure;
    if (retry !== 'later') return { is: 'refused', code, reason: { zh, en } };
    for (const scan of scans) queueScan(records, scan);
    await records.settled(queueRecord);
    return { is: 'kept', scan: first };
  }
  const { items } = answer.value;
  const refused = items.flatMap((each) => (each.ok ? [] : [each.failure]));
  if (mayCorrect && answer.serverAt !== undefined && refused.some(({ code }) => code === 'clock-wrong')) {
    clock.correct(answer.serverAt);
    return sendAll(
      needs,
      scans.map((scan) => withClockOffset(scan, clock.offsetMs())),
      false,
    );
  }
  const [reply, ...family] = items.flatMap((each): ScanReply[] => (each.ok ? [each.value] : []));
  const [failure] = refused;
  if (reply)
    return { is: 'recorded', reply, serverAt: answer.serverAt ?? clock.now(), ...(family.length > 0 && { family }) };
  return failure
    ? { is: 'refused', code: failure.code, reason: { zh: failure.zh, en: failure.en } }
    : { is: 'kept', scan: first };
}
