import { overReadableDays } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import { applyCorrections } from '../corrections/corrections';
import { isCounted, type ScanRecord, scans } from '../scan-record';
import type { ScanContext } from './scan-context';

/** As many of a rider's latest records of a day as bear on their next scan. Who has more is answered from these: no scan costs more than another. */
const maxEarlier = 64;
/** Where accounts that are kept apart (decision 149) fill the latest ones, nobody else's ride may suffer from it: read so far. */
const maxBesideOthers = 1_000;

/** Scans by the ids of their records. */
export type ScansByKey = Map<string, ScanRecord>;

/** One rider's day in one city: what a question to the store is about, and whose records among them count. */
type RiderDay = Pick<ScanRecord, 'city' | 'day' | 'rider'> & Pick<ScanContext, 'apart'>;

/**
 * The latest scans of these riders on the service day of each, and on the day before where a ride may still be under way.
 * One question to the store for each rider's day. A day before that is damaged is left out: whoever boards today must not pay for it.
 */
export const earlierScans = async (store: DocumentStore, contexts: readonly ScanContext[]): Promise<ScansByKey> => {
  const riderDays = riderDaysOf(contexts);
  const found: ScansByKey = new Map();
  if (riderDays.length === 0) return found;
  const days = [...new Set(riderDays.map(({ day }) => day))];
  const answers = await overReadableDays(days, (readable) =>
    Promise.all(riderDays.filter(({ day }) => readable.includes(day)).map((each) => latestOf(store, each))),
  );
  for (const records of answers) for (const record of records) found.set(record._id, record);
  return found;
};

/** By when they were recorded, which no phone can choose: whoever invents times does not hide how many scans they made. */
async function latestOf(
  store: DocumentStore,
  { city, day, rider, apart }: RiderDay,
  limit = maxEarlier,
): Promise<readonly ScanRecord[]> {
  const order = { by: 'recordedAt', direction: 'desc' } as const;
  const { items } = await store.find(scans, { where: { day, city, rider }, order, limit });
  const isCrowded = items.length >= maxEarlier && items.some((record) => record.apart !== apart);
  return isCrowded && limit < maxBesideOthers ? latestOf(store, { city, day, rider, apart }, maxBesideOthers) : items;
}

function riderDaysOf(contexts: readonly ScanContext[]): readonly RiderDay[] {
  const [only] = contexts;
  if (only && contexts.length === 1 && !only.dayBefore)
    return [{ city: only.venue.city, day: only.day, rider: only.rider, apart: only.apart }];
  const riderDays = new Map<string, RiderDay>();
  for (const context of contexts)
    for (const { day, rider, apart } of context.dayBefore ? [context, context.dayBefore] : [context]) {
      const { city } = context.venue;
      riderDays.set(`${city}.${day}.${rider}`, { city, day, rider, apart });
    }
  return [...riderDays.values()];
}

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
function riderOn(context: ScanContext, otherDay: string): Pick<ScanContext, 'rider' | 'apart'> | undefined {
  if (otherDay === context.day) return context;
  return otherDay === context.dayBefore?.day ? context.dayBefore : undefined;
}
