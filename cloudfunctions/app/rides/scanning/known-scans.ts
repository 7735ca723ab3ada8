import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import { applyCorrections } from '../corrections/corrections';
import { isCounted, type ScanRecord, scans } from '../scan-record';
import type { ScanContext } from './resolve-scan';

/** Nobody rides more often; whoever scans more is answered from the latest. */
const maxScansOfOne = 200;
const maxScansOfMany = 1_000;

/** The scans of these riders' days so far, in one question to the store: the day of each, and the day before where a ride may still be under way. */
export const knownScans = async (
  { store }: { readonly store: DocumentStore },
  placed: readonly ScanContext[],
): Promise<readonly ScanRecord[]> => {
  const days = new Set<string>();
  const riders = new Set<string>();
  const cities = new Set<string>();
  for (const each of placed) {
    days.add(each.day);
    riders.add(each.rider);
    cities.add(each.venue.city);
    if (each.dayBefore !== undefined) days.add(each.dayBefore);
    if (each.riderBefore !== undefined) riders.add(each.riderBefore);
  }
  if (days.size === 0) return [];
  const where = { day: among(days), city: among(cities), rider: among(riders) };
  const limit = placed.length === 1 ? maxScansOfOne : maxScansOfMany;
  const { items } = await store.find(scans, { where, order: { by: '_id', direction: 'desc' }, limit });
  return items;
};

/** Those of the known scans that bear on one: the same rider's of the same service day, and the day before's where a ride may still be under way. */
export const othersOf = (placed: ScanContext, known: Iterable<ScanRecord>): readonly ScanRecord[] => {
  const others: ScanRecord[] = [];
  for (const other of known) {
    if (other.rider !== riderOn(placed, other.day)) continue;
    if (other._id !== placed.key && other.city === placed.venue.city && (isCounted(other) || other.corrects))
      others.push(other);
  }
  return applyCorrections(others);
};

/** The rider of a scan as scans of another day name them; a batch may hold scans of a whole family. */
function riderOn(placed: ScanContext, day: Day): string | undefined {
  if (day === placed.day) return placed.rider;
  return day === placed.dayBefore ? placed.riderBefore : undefined;
}

function among(values: ReadonlySet<string>): string | { readonly in: readonly string[] } {
  const [first = '', ...rest] = values;
  return rest.length === 0 ? first : { in: [first, ...rest] };
}
