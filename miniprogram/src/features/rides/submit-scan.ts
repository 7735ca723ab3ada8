import type { Answer } from '@tongcheng/shared/client';
import type { DeliveryNeeds } from './deliver';
import { queueRecord, queueScan } from './queue';
import { type QueuedScan, type ScanOutcome, scanRequest, withClockOffset } from './queued-scan';
import { rememberRetryTime } from './retry-time';
import { whileSending } from './sending';

type RecordAnswer = Answer<'rides.record-scan'>;

/** Registers a scan; a wrong clock is corrected and the scan sent once more; without the service it is kept for later. */
export const submitScan = (needs: DeliveryNeeds, scan: QueuedScan): Promise<ScanOutcome> =>
  whileSending(needs, [scan], () => sendAndJudge(needs, scan));

async function sendAndJudge(needs: DeliveryNeeds, scan: QueuedScan): Promise<ScanOutcome> {
  const first = await send(needs, scan);
  if (first.ok || first.failure.code !== 'clock-wrong' || first.serverAt === undefined)
    return outcome(needs, scan, first);
  needs.clock.correct(first.serverAt);
  const again = withClockOffset(scan, needs.clock.offsetMs());
  return outcome(needs, again, await send(needs, again));
}

const send = ({ rider, clock }: DeliveryNeeds, scan: QueuedScan): Promise<RecordAnswer> =>
  rider.call('rides.record-scan', scanRequest(scan, clock.now()));

async function outcome(needs: DeliveryNeeds, scan: QueuedScan, answer: RecordAnswer): Promise<ScanOutcome> {
  const { records, clock } = needs;
  if (answer.ok) {
    const { venue } = scan;
    const recorded = { is: 'recorded', reply: answer.value, serverAt: answer.serverAt ?? clock.now() } as const;
    return venue ? { ...recorded, shown: venue } : recorded;
  }
  const { code, retry, zh, en } = answer.failure;
  if (retry !== 'later') return { is: 'refused', code, reason: { zh, en } };
  queueScan(records, scan);
  rememberRetryTime(needs, answer.failure, scan.scanId);
  // The rider is told at once whether it is kept.
  await records.settled(queueRecord);
  return { is: 'kept', scan };
}
