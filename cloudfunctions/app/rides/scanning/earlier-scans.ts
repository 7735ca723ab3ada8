import type { Day } from '@tongcheng/shared/time';
import { overReadableDays } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import { applyCorrections } from '../corrections/corrections';
import { isCounted, type ScanRecord, scans } from '../scan-record';
import type { ScanContext } from './scan-context';

/** Nobody rides more often; whoever scans more is answered from the latest. */
const maxScansOfOne = 200;
const maxScansOfMany = 1_000;

/** Scans by the ids of their records. */
export type ScansByKey = Map<string, ScanRecord>;

/**
 * The scans that these riders made so far on the service day of each, and on the day before where a ride may still be under way.
 * One question to the store. A day before that is damaged is left out: whoever boards today must not pay for it.
 */
export const earlierScans = async (store: DocumentStore, contexts: readonly ScanContext[]): Promise<ScansByKey> => {
  const days = new Set<string>();
  const riders = new Set<string>();
  const cities = new Set<string>();
  for (const { venue, day, rider, dayBefore } of contexts) {
    cities.add(venue.city);
    days.add(day);
    riders.add(rider);
    if (!dayBefore) continue;
    days.add(dayBefore.day);
    riders.add(dayBefore.rider);
  }
  const found: ScansByKey = new Map();
  if (days.size === 0) return found;
  const limit = contexts.length === 1 ? maxScansOfOne : maxScansOfMany;
  const { items } = await overReadableDays([...days], (readable) => {
    const where = { day: anyOf(readable), city: anyOf([...cities]), rider: anyOf([...riders]) };
    return store.find(scans, { where, order: { by: '_id', direction: 'desc' }, limit });
  });
  for (const record of items) found.set(record._id, record);
  return found;
};

/**
 * Those that bear on one scan: the same rider's of its service day, and of the day before where a ride may still be under way. What accounts
 * made that are kept apart bears on their own scans only: it neither changes another's ride nor tells where they are.
 */
export const otherScansOf = (context: ScanContext, earlier: Iterable<ScanRecord>): readonly ScanRecord[] => {
  const others: ScanRecord[] = [];
  for (const other of earlier) {
    const rider = riderOn(context, other.day);
    if (!rider || other.rider !== rider.rider || other.apart !== rider.apart) continue;
    if (other._id !== context.key && other.city === context.venue.city && (isCounted(other) || other.corrects))
      others.push(other);
  }
  return applyCorrections(others);
};

/** The rider of a scan by their pseudonym of another day; a batch may hold scans of a whole family. */
function riderOn(context: ScanContext, otherDay: Day): Pick<ScanContext, 'rider' | 'apart'> | undefined {
  if (otherDay === context.day) return context;
  return otherDay === context.dayBefore?.day ? context.dayBefore : undefined;
}

function anyOf(values: readonly string[]): string | { readonly in: readonly string[] } {
  const [first = '', ...rest] = values;
  return rest.length === 0 ? first : { in: [first, ...rest] };
}
