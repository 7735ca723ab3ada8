import { both, closingWords, flagWords } from '@tongcheng/shared/reports/words';
import type { ScanFlag } from '@tongcheng/shared/rides/meanings';
import type { Ride } from '@tongcheng/shared/rides/ride';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import type { ScanRecord } from '../../rides/scan-record';

/** Flags that make a ride doubtful; the others only tell how it was delivered. */
const doubtful: ReadonlySet<ScanFlag> = new Set([
  'no-entry',
  'impossible-travel',
  'far-from-venue',
  'outside-service-hours',
]);

const notClosed = '未扫码下车，尚未结束 not closed by a scan and still open';
const notAuthenticated = '乘客未实名 rider not authenticated';

/** All flags of a ride's scans, each once. */
export const flagsOf = ({ scans }: Ride<ScanRecord>): readonly ScanFlag[] => {
  const [first, ...more] = scans;
  if (first && more.every(({ flags }) => flags.length === 0)) return first.flags;
  return [...new Set(scans.flatMap(({ flags }) => flags))];
};

/** Modes in which nobody is asked to scan on getting out (W-13, W-14): an inferred end is no gap there. */
const endsUnasked: ReadonlySet<Mode> = new Set(['taxi', 'ferry']);

/** Whether the rider was to end this ride by a scan and did not. */
const endMissing = ({ inferred, place }: Ride<ScanRecord>) => inferred.includes('to') && !endsUnasked.has(place.mode);

/**
 * Why a ride belongs on the sheet of what is incomplete, in words; empty when it does not. A missing entry is told by the
 * scan's flag: after a change of trains the beginning is inferred from the last carriage, which is no gap.
 */
export function doubtsOf(ride: Ride<ScanRecord>, authenticated: boolean): readonly string[] {
  const doubts: string[] = [];
  if (ride.to === undefined && !endsUnasked.has(ride.place.mode)) doubts.push(notClosed);
  if (endMissing(ride) && ride.closedBy) doubts.push(both(closingWords[ride.closedBy]));
  if (!authenticated) doubts.push(notAuthenticated);
  for (const flag of flagsOf(ride)) if (doubtful.has(flag)) doubts.push(both(flagWords[flag]));
  return doubts;
}
