import { both, closingWords, flagWords } from '@tongcheng/shared/reports/words';
import type { ScanFlag } from '@tongcheng/shared/rides/meanings';
import type { Ride } from '@tongcheng/shared/rides/ride';
import type { ScanRecord } from '../../rides/scan-record';

/** Flags that make a ride doubtful; the others only tell how it was delivered. */
const doubtful: ReadonlySet<ScanFlag> = new Set([
  'no-entry',
  'impossible-travel',
  'far-from-venue',
  'outside-service-hours',
]);

const notClosed = '未扫码下车，尚未结束 not closed by a scan and still open';
const noEntry = '没有上车或进站扫码 no boarding or entry scan';
const notAuthenticated = '乘客未实名 rider not authenticated';

/** All flags of a ride's scans, each once. */
export const flagsOf = ({ scans }: Ride<ScanRecord>): readonly ScanFlag[] => {
  const [first, ...more] = scans;
  if (first && more.every(({ flags }) => flags.length === 0)) return first.flags;
  return [...new Set(scans.flatMap(({ flags }) => flags))];
};

/** On the metro the carriage is scanned before leaving it: the ride begins with the entry of the station, which is no gap. */
const entered = ({ scans, place }: Ride<ScanRecord>) => scans[0] !== undefined && scans[0].venueId !== place.venueId;

/** Why a ride belongs on the sheet of what is incomplete, in words; empty when it does not. */
export function doubtsOf(ride: Ride<ScanRecord>, authenticated: boolean): readonly string[] {
  const doubts: string[] = [];
  if (ride.to === undefined) doubts.push(notClosed);
  if (ride.inferred.includes('to') && ride.closedBy) doubts.push(both(closingWords[ride.closedBy]));
  if (ride.inferred.includes('from') && !entered(ride)) doubts.push(noEntry);
  if (!authenticated) doubts.push(notAuthenticated);
  for (const flag of flagsOf(ride)) if (doubtful.has(flag)) doubts.push(both(flagWords[flag]));
  return doubts;
}
