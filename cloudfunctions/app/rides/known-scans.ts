import { longestRideMs } from '@tongcheng/shared/rides/walk/walk';
import { addDays, dayStart } from '@tongcheng/shared/time';
import { modes } from '@tongcheng/shared/venues/kinds';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { PlacedInput } from './place-scan';
import { counts, type ScanRecord, scans } from './scan-record';

/** Nobody rides more often; whoever scans more is answered from the latest. */
const mostScansOfOne = 200;
const mostScansOfMany = 1_000;

/** The scans of these riders' days so far, in one question to the store: the day of each, and the day before where a ride may still be under way. */
export const knownScans = async (
  { store, vault }: { store: DocumentStore; vault: Vault },
  placed: readonly PlacedInput[],
): Promise<readonly ScanRecord[]> => {
  const days = new Set<string>();
  const riders = new Set<string>();
  const cities = new Set<string>();
  for (const each of placed) {
    days.add(each.day);
    riders.add(each.rider);
    cities.add(each.venue.city);
    if (reachesBack(each)) await addDayBefore(vault, each, days, riders);
  }
  if (days.size === 0) return [];
  const where = { day: among(days), city: among(cities), rider: among(riders) };
  const limit = placed.length === 1 ? mostScansOfOne : mostScansOfMany;
  const { items } = await store.find(scans, { where, order: { by: '_id', direction: 'desc' }, limit });
  return items;
};

/** Those of the known scans that bear on one: the same service day's, and the day before's where a ride may still be under way. */
export const othersOf = (placed: PlacedInput, known: Iterable<ScanRecord>): readonly ScanRecord[] => {
  const others: ScanRecord[] = [];
  const dayBefore = reachesBack(placed) ? addDays(placed.day, -1) : placed.day;
  for (const other of known) {
    if (other.day !== placed.day && other.day !== dayBefore) continue;
    if (other._id !== placed.key && other.city === placed.venue.city && counts(other)) others.push(other);
  }
  return others;
};

/** Whether a ride of the day before may still be under way: the scan is nearer to the day's start than the longest ride. */
function reachesBack({ input, settings, day }: PlacedInput): boolean {
  const longest = Math.max(...modes.map((mode) => longestRideMs(mode, settings.rides)));
  return input.scannedAt - dayStart(day, settings.rolloverHour) < longest;
}

async function addDayBefore(
  vault: Vault,
  { venue, day, subjectId }: PlacedInput,
  days: Set<string>,
  riders: Set<string>,
): Promise<void> {
  const before = addDays(day, -1);
  const dayVault = await vault.day(venue.city, before);
  if (!dayVault) return;
  days.add(before);
  riders.add(dayVault.pseudonym(subjectId));
}

function among(values: ReadonlySet<string>): string | { readonly in: readonly string[] } {
  const [first = '', ...rest] = values;
  return rest.length === 0 ? first : { in: [first, ...rest] };
}
