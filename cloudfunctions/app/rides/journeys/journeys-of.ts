import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { longestRideOfAnyModeMs, type Step } from '@tongcheng/shared/rides/replay/replay-state';
import type { Ride } from '@tongcheng/shared/rides/ride';
import { addDays, type Day, dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../../ports/clock';
import { unlessDamaged } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import type { CityOf } from '../../venues/cached-records';
import { applyCorrections } from '../corrections/corrections';
import { type RefusalsByScan, refusalsOn, withEarlierRefusals } from '../corrections/earlier-refusals';
import { isCounted, type ScanRecord, scans } from '../scan-record';
import { type UsualOf, usualOnDays } from '../usual/usual-of';
import { dayOfRide, deriveRides, type Refusal, refusalIn, type UsualByDay } from './derive-rides';

/** A scan with what it means now that all scans are known; the record keeps what was answered at the time. */
export interface ScanWithMeaning {
  readonly scan: ScanRecord;
  readonly meaning: Meaning;
  /** W-32: it began no ride and belongs to none. */
  readonly refused?: true;
}

/**
 * What one rider did on one service day of a city. Names nobody: `sealed` of any scan opens with the day's vault and the
 * scan's `_id`. A ride belongs to the day of its first scan; its last scan may lie in the day after.
 */
export interface Journey {
  readonly city: string;
  readonly day: Day;
  /** The rider's pseudonym of this day. */
  readonly rider: string;
  /** All scans of the day, oldest first, demonstration codes included. */
  readonly scans: readonly ScanWithMeaning[];
  /** Rides whose first scan is of this day, oldest first; none of them from a demonstration code. */
  readonly rides: readonly Ride<ScanRecord>[];
  /** Refusals of the day (W-32), oldest first. */
  readonly refusals: readonly Refusal[];
  /** When the latest correction of a scan of the day was recorded; absent where there is none. */
  readonly correctedAt?: Instant;
}

/** What deriving a day's journeys needs. */
export interface JourneyNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly usualOf: UsualOf;
  readonly clock: Clock;
}

/** A day of a city with its edges: riders may have been under way at both. */
interface ServiceDayContext {
  readonly needs: JourneyNeeds;
  readonly city: string;
  readonly day: Day;
  readonly settings: CitySettings;
  readonly start: Instant;
  readonly end: Instant;
  readonly longest: number;
  readonly vault: DayVault | undefined;
  readonly now: Instant;
  /** Of the day and its neighbours, as earlier releases kept them. */
  readonly refusedByStaff: RefusalsByScan;
  readonly usual: UsualByDay;
}

/**
 * Every rider's journey of one service day of a city, one rider after the other in the order of their pseudonyms, with
 * memory for one rider; only those after `after` where it is given. Riders under way at the day's edges are looked up in the day before and after, as long as those
 * days can be opened. Yields nothing for a city that is not served.
 */
export async function* journeysOf(needs: JourneyNeeds, city: string, day: Day, after?: string): AsyncIterable<Journey> {
  const context = await serviceDayContext(needs, city, day);
  if (!context) return;
  let rider: ScanRecord[] = [];
  const where = after === undefined ? { day, city } : { day, city, rider: { gt: after } };
  const query = { where, order: { by: 'rider', direction: 'asc' } } as const;
  for await (const batch of needs.store.stream(scans, query)) {
    for (const scan of batch) {
      if (rider[0] && rider[0].rider !== scan.rider) {
        yield await journeyOf(context, rider);
        rider = [];
      }
      rider.push(scan);
    }
  }
  if (rider.length > 0) yield await journeyOf(context, rider);
}

async function serviceDayContext(needs: JourneyNeeds, city: string, day: Day): Promise<ServiceDayContext | undefined> {
  const settings = await needs.cityOf(city);
  if (!settings) return undefined;
  const start = dayStart(day, settings.rolloverHour);
  const longest = longestRideOfAnyModeMs(settings.rides);
  const vault = await needs.vault.day(city, day);
  const refusedByStaff = await refusalsOn(needs.store, city, [addDays(day, -1), day, addDays(day, 1), addDays(day, 2)]);
  const end = start + dayMs;
  const usual = await usualOnDays(needs.usualOf, city, [addDays(day, -1), day, addDays(day, 1)]);
  return { needs, city, day, settings, start, end, longest, vault, now: needs.clock.now(), refusedByStaff, usual };
}

async function journeyOf(context: ServiceDayContext, records: readonly ScanRecord[]): Promise<Journey> {
  const own = applyCorrections(withEarlierRefusals(records, context.refusedByStaff));
  const correctedAt = Math.max(...records.flatMap(({ corrects, recordedAt }) => (corrects ? [recordedAt] : [])));
  const { city, day, settings, now, usual } = context;
  const all = [...(await scansBefore(context, own)), ...own, ...(await scansAfter(context, own))];
  const lines = linesOfRider(all);
  const steps = lines.flatMap((line) => replayScans(line.filter(isCounted), settings.rides).steps);
  const stepOf = new Map(steps.map((step) => [step.scan._id, step]));
  const rides = lines.flatMap((line) => deriveRides(line, settings.rides, now, usual));
  return {
    city,
    day,
    rider: own[0]?.rider ?? '',
    scans: own.map((scan) => scanWithMeaning(scan, stepOf.get(scan._id))),
    rides: rides.filter((ride) => dayOfRide(ride) === day).sort((one, other) => one.from - other.from),
    refusals: steps.flatMap(refusalIn).filter(({ scan }) => scan.day === day),
    ...(correctedAt > 0 && { correctedAt }),
  };
}

/**
 * Scans of one rider that make rides together. Those of an account that is kept apart make theirs alone (decision 149): it may be somebody
 * else, and must neither end nor begin a ride of the other. Its marks are of a day, so a ride of its own across midnight ends by inference.
 */
export function linesOfRider(records: readonly ScanRecord[]): readonly (readonly ScanRecord[])[] {
  if (records.every(({ apart }) => apart === undefined)) return [records];
  const lines = new Map<string, ScanRecord[]>();
  for (const record of records) {
    const line = lines.get(record.apart ?? '');
    if (line) line.push(record);
    else lines.set(record.apart ?? '', [record]);
  }
  return [...lines.values()];
}

const scanWithMeaning = (scan: ScanRecord, step: Step<ScanRecord> | undefined): ScanWithMeaning => ({
  scan,
  meaning: step?.meaning ?? scan.meaning,
  ...(step?.refused && { refused: step.refused }),
});

async function scansBefore(context: ServiceDayContext, own: readonly ScanRecord[]): Promise<readonly ScanRecord[]> {
  const { start, longest, day } = context;
  if (!own.some(({ scannedAt }) => scannedAt < start + longest)) return [];
  return scansOn(context, own, addDays(day, -1), { gte: start - longest });
}

async function scansAfter(context: ServiceDayContext, own: readonly ScanRecord[]): Promise<readonly ScanRecord[]> {
  const { end, longest, day, now } = context;
  if (now < end || !own.some(({ scannedAt }) => scannedAt >= end - longest)) return [];
  return scansOn(context, own, addDays(day, 1), { lt: end + longest });
}

/** The same rider's scans of a neighbouring day, under that day's pseudonym. */
async function scansOn(
  { needs, city, vault, refusedByStaff }: ServiceDayContext,
  [first]: readonly ScanRecord[],
  day: Day,
  scannedAt: { readonly gte: Instant } | { readonly lt: Instant },
): Promise<readonly ScanRecord[]> {
  if (!vault || !first) return [];
  const neighbour = await needs.vault.day(city, day);
  if (!neighbour) return [];
  const rider = neighbour.pseudonym(vault.open(first._id, first.sealed).subjectId);
  const where = { day, city, rider, scannedAt };
  // A neighbour that is damaged must not keep this day from its report: a ride across midnight then ends by inference.
  const { items } = await unlessDamaged(() => needs.store.find(scans, { where, limit: 1_000 }), { items: [] });
  return applyCorrections(withEarlierRefusals(items, refusedByStaff));
}
