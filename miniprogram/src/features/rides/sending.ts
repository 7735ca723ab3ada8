import { hasFields, type PhoneRecord, type Records, withNew } from '../../client/records';
import { queueScan } from './queue';
import type { QueuedScan } from './queued-scan';

/** A scan that was sent and is not answered yet, and when it went by the clock as corrected. */
interface SentScan {
  readonly scan: QueuedScan;
  readonly sentAt: number;
}

/** Scans on their way: seen in the history, and not lost when the app is closed before the answer comes. */
export const sendingRecord: PhoneRecord<{ readonly scans: readonly SentScan[] }> = {
  key: 'tc.sending',
  empty: { scans: [] },
  is: (value): value is { readonly scans: readonly SentScan[] } =>
    hasFields(value, 'scans') && Array.isArray(value.scans),
  merged: (one, other) => ({ scans: withNew(one.scans, other.scans, ({ scan }) => scan.scanId) }),
};

/** No answer takes so long: a scan that is still here then was sent by an app that was closed. */
const abandonedAfterMs = 60_000;

/** Does the sending with the scans noted as on their way. */
export async function whileSending<T>(
  { records, clock }: { readonly records: Records; readonly clock: { readonly now: () => number } },
  scans: readonly QueuedScan[],
  send: () => Promise<T>,
): Promise<T> {
  const ids = new Set(scans.map(({ scanId }) => scanId));
  const others = () => records.read(sendingRecord).scans.filter(({ scan }) => !ids.has(scan.scanId));
  const sentAt = clock.now();
  records.write(sendingRecord, { scans: [...others(), ...scans.map((scan) => ({ scan, sentAt }))] });
  try {
    return await send();
  } finally {
    records.write(sendingRecord, { scans: others() });
  }
}

/** Puts scans whose app was closed before the answer among those to deliver; sent twice they are the same scan. */
export function queueAbandoned(records: Records, now: number): void {
  const { scans } = records.read(sendingRecord);
  const isAbandoned = ({ sentAt }: SentScan) => Math.abs(now - sentAt) >= abandonedAfterMs;
  const abandoned = scans.filter(isAbandoned);
  if (abandoned.length === 0) return;
  for (const { scan } of abandoned) queueScan(records, scan);
  records.write(sendingRecord, { scans: scans.filter((each) => !isAbandoned(each)) });
}
