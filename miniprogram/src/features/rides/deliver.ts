import type { Answer } from '@tongcheng/shared/client';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Phone } from '../../client/phone';
import { queueRecord, refuseScan, removeScans, replaceScan } from './queue';
import { type QueuedScan, scanRequest, withClockOffset } from './queued-scan';
import { rememberRetryTime, retryInMs } from './retry-time';
import { queueAbandoned } from './sending';
import { shownOf, shownScanRecord } from './shown-scan';

/** What delivering takes. */
export type DeliveryNeeds = Pick<Phone, 'records' | 'memory' | 'clock' | 'withLock'> & {
  readonly rider: Pick<Phone['rider'], 'call'>;
};

const maxBatchSize = 50;
/** A batch may come back once because of the clock, and a long queue takes several; then the next tick goes on. */
const maxRounds = 4;

type Items = Extract<Answer<'rides.record-batch'>, { readonly ok: true }>['value']['items'];

/** Delivers what waits on this phone. Two tabs take turns; a scan sent twice is the same scan. While the service asked to be left alone, nothing is sent. Gives how many are left. */
export const deliverScans = (needs: DeliveryNeeds): Promise<number> =>
  needs.withLock('delivery', async () => {
    queueAbandoned(needs.records, needs.clock.now());
    for (let round = 0; round < maxRounds; round += 1) {
      const scans = needs.records.read(queueRecord).waiting.slice(0, maxBatchSize);
      if (scans.length === 0 || retryInMs(needs) > 0 || !(await deliverBatch(needs, scans))) break;
    }
    return needs.records.read(queueRecord).waiting.length;
  });

/** Whether the service took the batch and something may still wait. */
async function deliverBatch(needs: DeliveryNeeds, scans: readonly QueuedScan[]): Promise<boolean> {
  const sentAt = needs.clock.now();
  const answer = await needs.rider.call('rides.record-batch', {
    scans: scans.map((scan) => scanRequest(scan, sentAt)),
  });
  if (!answer.ok) {
    rememberRetryTime(needs, answer.failure, scans[0]?.scanId ?? '');
    return false;
  }
  const items = answer.value.items;
  if (answer.serverAt !== undefined && items.some(isClockWrong)) needs.clock.correct(answer.serverAt);
  applyAnswers(needs, scans, items, answer.serverAt);
  return true;
}

/** Whoever still stands at the door with the scan that was kept now shows the service's own verdict. */
function showDelivered({ records, clock }: DeliveryNeeds, reply: ScanReply, serverAt: Instant | undefined): void {
  const shown = records.read(shownScanRecord);
  if (shown.is !== 'kept' || !isSameScan(shown.scan, reply) || reply.flags.includes('late')) return;
  const now = clock.now();
  const { venue } = shown.scan;
  const outcome = { is: 'recorded', reply, serverAt: serverAt ?? now } as const;
  records.write(shownScanRecord, shownOf(venue ? { ...outcome, shown: venue } : outcome, now, records));
}

/** By the chance in the id: the time in it changes when the clock is put right. */
const isSameScan = (one: { readonly scanId: string }, other: { readonly scanId: string }): boolean =>
  one.scanId.slice(10) === other.scanId.slice(10);

function applyAnswers(
  needs: DeliveryNeeds,
  scans: readonly QueuedScan[],
  items: Items,
  serverAt: Instant | undefined,
): void {
  const recorded = new Set(items.flatMap((item) => (item.ok ? [item.value.scanId] : [])));
  removeScans(needs.records, recorded);
  for (const item of items) if (item.ok) showDelivered(needs, item.value, serverAt);
  scans.forEach((scan, place) => {
    const item = items[place];
    if (item && !item.ok) applyRefusal(needs, scan, item);
  });
}

function applyRefusal(
  { records, clock }: DeliveryNeeds,
  scan: QueuedScan,
  item: Items[number] & { readonly ok: false },
) {
  if (isClockWrong(item)) return replaceScan(records, scan.scanId, withClockOffset(scan, clock.offsetMs()));
  const { code, zh, en } = item.failure;
  refuseScan(records, { scan, code, reason: { zh, en } });
}

const isClockWrong = (item: Items[number]): boolean => !item.ok && item.failure.code === 'clock-wrong';
