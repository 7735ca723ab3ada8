import type { Answer } from '@tongcheng/shared/client';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Phone } from '../../client/phone';
import { shownOf, shownScanRecord } from './kept-verdict';
import { dropScans, queueRecord, refuseScan, replaceScan } from './queue';
import { recorrected, sentScan, type WaitingScan } from './waiting-scan';

/** What delivering takes. */
export type DeliveryNeeds = Pick<Phone, 'records' | 'clock' | 'alone'> & {
  readonly rider: Pick<Phone['rider'], 'call'>;
};

const mostAtOnce = 50;
/** A batch may come back once because of the clock, and a long queue takes several; then the next tick goes on. */
const mostRounds = 4;

type Items = Extract<Answer<'rides.record-batch'>, { readonly ok: true }>['value']['items'];

/** Delivers what waits on this phone. Two tabs take turns; a scan sent twice is the same scan. Gives how many are left. */
export const deliverScans = (needs: DeliveryNeeds): Promise<number> =>
  needs.alone('delivery', async () => {
    for (let round = 0; round < mostRounds; round += 1) {
      const scans = needs.records.read(queueRecord).waiting.slice(0, mostAtOnce);
      if (scans.length === 0 || !(await deliverBatch(needs, scans))) break;
    }
    return needs.records.read(queueRecord).waiting.length;
  });

/** Whether the service took the batch and something may still wait. */
async function deliverBatch(needs: DeliveryNeeds, scans: readonly WaitingScan[]): Promise<boolean> {
  const sentAt = needs.clock.now();
  const answer = await needs.rider.call('rides.record-batch', { scans: scans.map((scan) => sentScan(scan, sentAt)) });
  if (!answer.ok) return false;
  const items = answer.value.items;
  if (answer.serverAt !== undefined && items.some(isClockWrong)) needs.clock.correct(answer.serverAt);
  settle(needs, scans, items, answer.serverAt);
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

function settle(
  needs: DeliveryNeeds,
  scans: readonly WaitingScan[],
  items: Items,
  serverAt: Instant | undefined,
): void {
  const recorded = new Set(items.flatMap((item) => (item.ok ? [item.value.scanId] : [])));
  dropScans(needs.records, recorded);
  for (const item of items) if (item.ok) showDelivered(needs, item.value, serverAt);
  scans.forEach((scan, place) => {
    const item = items[place];
    if (item && !item.ok) settleRefused(needs, scan, item);
  });
}

function settleRefused(
  { records, clock }: DeliveryNeeds,
  scan: WaitingScan,
  item: Items[number] & { readonly ok: false },
) {
  if (isClockWrong(item)) return replaceScan(records, scan.scanId, recorrected(scan, clock.offsetMs()));
  const { code, zh, en } = item.failure;
  refuseScan(records, { scan, code, reason: { zh, en } });
}

const isClockWrong = (item: Items[number]): boolean => !item.ok && item.failure.code === 'clock-wrong';
