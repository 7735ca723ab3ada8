import { defaultScansPerDay } from '@tongcheng/shared/venues/city-settings';
import type { ScanRecord } from '../scan-record';
import type { ScanContext } from './scan-context';

/**
 * Which record of their rider's day the next one is, from the latest of them: scans, corrections and decisions alike. Never more than
 * it is; of those that come in side by side some may share a number, until the latest ones themselves show how many there are.
 */
export const nextOrdinal = (ofDay: Iterable<Pick<ScanRecord, 'ordinal'>>): number => {
  let [count, lowest, highest] = [0, Number.POSITIVE_INFINITY, 0];
  // A record of an earlier release has none: it is one at least.
  for (const { ordinal = 1 } of ofDay) {
    count += 1;
    lowest = Math.min(lowest, ordinal);
    highest = Math.max(highest, ordinal);
  }
  return count === 0 ? 1 : Math.max(highest, lowest + count - 1) + 1;
};

/** Which scan of its rider's day in this city a new scan is. Accounts that are kept apart are counted apart: none uses up another's day (decision 149). */
export const ordinalOf = ({ venue, day, rider, apart }: ScanContext, earlier: Iterable<ScanRecord>): number => {
  const isOf = (record: ScanRecord) => record.rider === rider && record.apart === apart;
  const ofDay: ScanRecord[] = [];
  for (const record of earlier)
    if (isOf(record) && record.day === day && record.city === venue.city) ofDay.push(record);
  return nextOrdinal(ofDay);
};

/** What becomes of a rider's scan of such a number in this city: flagged, or no longer taken. */
export function dailyLimit({ settings }: Pick<ScanContext, 'settings'>, ordinal: number): 'free' | 'many' | 'too-many' {
  const { flagAfter, refuseAfter } = settings.rides.scansPerDay ?? defaultScansPerDay;
  if (refuseAfter !== undefined && ordinal > refuseAfter) return 'too-many';
  return ordinal > flagAfter ? 'many' : 'free';
}
