import { longestRideOfAnyModeMs } from '@tongcheng/shared/rides/replay/replay-state';
import { addDays, type Day, dayMs, dayStart } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import { applyCorrections } from '../../rides/corrections/corrections';
import { refusalsAbout, withEarlierRefusals } from '../../rides/corrections/earlier-refusals';
import { type ScanRecord, scans } from '../../rides/scan-record';
import type { TraceQuestion } from './ride-source';

/** What reading scans of riders takes. */
export interface RiderDayNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** A question names at most so many values. */
const atOnce = 100;

/** Opens days, and makes no key for one that has no scans. */
export type OpenDay = (day: Day) => Promise<DayVault | undefined>;

/** The reader of the days of a city that hold scans: asked once which those are. */
export async function makeOpenDay({ store, vault }: RiderDayNeeds, city: string): Promise<OpenDay> {
  const kept = new Set(await store.days(scans));
  return async (day) => (kept.has(day) ? vault.day(city, day) : undefined);
}

/** The records of some riders on one day of a city, by pseudonym, as they read now. */
export async function recordsOn(
  { store }: RiderDayNeeds,
  { city, day }: { readonly city: string; readonly day: Day },
  riders: readonly string[],
): Promise<ReadonlyMap<string, readonly ScanRecord[]>> {
  const found: ScanRecord[] = [];
  for (let at = 0; at < riders.length; at += atOnce) {
    const where = { day, city, rider: { in: riders.slice(at, at + atOnce) } };
    for await (const batch of store.stream(scans, { where, order: { by: 'rider', direction: 'asc' } }))
      found.push(...batch);
  }
  return byRider(applyCorrections(withEarlierRefusals(found, await refusalsAbout(store, city, found))));
}

function byRider(records: readonly ScanRecord[]): ReadonlyMap<string, readonly ScanRecord[]> {
  const all = new Map<string, ScanRecord[]>();
  for (const record of records) {
    const known = all.get(record.rider);
    if (known) known.push(record);
    else all.set(record.rider, [record]);
  }
  return all;
}

/**
 * The records of some riders on a day, each rider's with those of the day before or after where a ride may go over the turn of the day: one
 * list for each rider.
 */
export async function recordsAround(
  needs: RiderDayNeeds,
  { city, settings }: TraceQuestion,
  day: Day,
  riders: readonly string[],
  openDay: OpenDay,
): Promise<readonly (readonly ScanRecord[])[]> {
  const own = await recordsOn(needs, { city, day }, riders);
  const start = dayStart(day, settings.rolloverHour);
  const longest = longestRideOfAnyModeMs(settings.rides);
  const before = { day: addDays(day, -1), isNear: (at: number) => at < start + longest };
  const after = { day: addDays(day, 1), isNear: (at: number) => at >= start + dayMs - longest };
  const beside: ReadonlyMap<string, readonly ScanRecord[]>[] = [];
  for (const edge of [before, after]) {
    const near = [...own.values()].filter((records) => records.some(({ scannedAt }) => edge.isNear(scannedAt)));
    beside.push(await recordsOfSame(needs, { city, day, other: edge.day }, near, openDay));
  }
  return [...own].map(([rider, records]) => [...records, ...beside.flatMap((found) => found.get(rider) ?? [])]);
}

/** What the same riders scanned on another day, by their pseudonym of this one. */
async function recordsOfSame(
  needs: RiderDayNeeds,
  { city, day, other }: { readonly city: string; readonly day: Day; readonly other: Day },
  riders: readonly (readonly ScanRecord[])[],
  openDay: OpenDay,
): Promise<ReadonlyMap<string, readonly ScanRecord[]>> {
  const [here, there] = riders.length === 0 ? [] : [await openDay(day), await openDay(other)];
  if (!here || !there) return new Map();
  const thereOf = new Map<string, string>();
  for (const [scan] of riders)
    if (scan) thereOf.set(scan.rider, there.pseudonym(here.open(scan._id, scan.sealed).subjectId));
  const found = await recordsOn(needs, { city, day: other }, [...thereOf.values()]);
  return new Map([...thereOf].map(([rider, pseudonym]) => [rider, found.get(pseudonym) ?? []]));
}
