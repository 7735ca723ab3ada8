import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { longestRideOfAnyModeMs } from '@tongcheng/shared/rides/replay/replay-state';
import { addDays, type Day, dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import type { CityOf } from '../../venues/city-of';
import { applyCorrections } from '../corrections/corrections';
import { isCounted, type ScanRecord, scans } from '../scan-record';
import { dayOfRide, deriveRides } from './derive-rides';
import type { Journey } from './journey';

/** What deriving a day's journeys needs. */
export interface JourneyNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly clock: Clock;
}

/** The day and what lies around it, for riders who were under way at its edges. */
interface Frame {
  readonly needs: JourneyNeeds;
  readonly city: string;
  readonly day: Day;
  readonly settings: CitySettings;
  readonly start: Instant;
  readonly end: Instant;
  readonly longest: number;
  readonly vault: DayVault | undefined;
  readonly now: Instant;
}

/**
 * Every rider's journey of one service day of a city, one rider after the other in the order of their pseudonyms, with
 * memory for one rider. Riders under way at the day's edges are looked up in the day before and after, as long as those
 * days can be opened. Yields nothing for a city that is not served.
 */
export async function* journeysOf(needs: JourneyNeeds, city: string, day: Day): AsyncIterable<Journey> {
  const frame = await frameOf(needs, city, day);
  if (!frame) return;
  let rider: ScanRecord[] = [];
  const query = { where: { day, city }, order: { by: 'rider', direction: 'asc' } } as const;
  for await (const batch of needs.store.stream(scans, query)) {
    for (const scan of batch) {
      if (rider[0] && rider[0].rider !== scan.rider) {
        yield await journeyOf(frame, rider);
        rider = [];
      }
      rider.push(scan);
    }
  }
  if (rider.length > 0) yield await journeyOf(frame, rider);
}

async function frameOf(needs: JourneyNeeds, city: string, day: Day): Promise<Frame | undefined> {
  const settings = await needs.cityOf(city);
  if (!settings) return undefined;
  const start = dayStart(day, settings.rolloverHour);
  const longest = longestRideOfAnyModeMs(settings.rides);
  const vault = await needs.vault.day(city, day);
  return { needs, city, day, settings, start, end: start + dayMs, longest, vault, now: needs.clock.now() };
}

async function journeyOf(frame: Frame, records: readonly ScanRecord[]): Promise<Journey> {
  const own = applyCorrections(records);
  const correctedAt = Math.max(...records.flatMap(({ corrects, recordedAt }) => (corrects ? [recordedAt] : [])));
  const { city, day, settings, now } = frame;
  const all = [...(await scansBefore(frame, own)), ...own, ...(await scansAfter(frame, own))];
  const { steps } = replayScans(all.filter(isCounted), settings.rides);
  const meanings = new Map(steps.map(({ scan, meaning }) => [scan._id, meaning]));
  return {
    city,
    day,
    rider: own[0]?.rider ?? '',
    scans: own.map((scan) => ({ scan, meaning: meanings.get(scan._id) ?? scan.meaning })),
    rides: deriveRides(all, settings.rides, now).filter((ride) => dayOfRide(ride) === day),
    ...(correctedAt > 0 && { correctedAt }),
  };
}

async function scansBefore(frame: Frame, own: readonly ScanRecord[]): Promise<readonly ScanRecord[]> {
  const { start, longest, day } = frame;
  if (!own.some(({ scannedAt }) => scannedAt < start + longest)) return [];
  return scansOn(frame, own, addDays(day, -1), { gte: start - longest });
}

async function scansAfter(frame: Frame, own: readonly ScanRecord[]): Promise<readonly ScanRecord[]> {
  const { end, longest, day, now } = frame;
  if (now < end || !own.some(({ scannedAt }) => scannedAt >= end - longest)) return [];
  return scansOn(frame, own, addDays(day, 1), { lt: end + longest });
}

/** The same rider's scans of a neighbouring day, under that day's pseudonym. */
async function scansOn(
  { needs, city, vault }: Frame,
  [any]: readonly ScanRecord[],
  day: Day,
  scannedAt: { readonly gte: Instant } | { readonly lt: Instant },
): Promise<readonly ScanRecord[]> {
  if (!vault || !any) return [];
  const neighbour = await needs.vault.day(city, day);
  if (!neighbour) return [];
  const rider = neighbour.pseudonym(vault.open(any._id, any.sealed).subjectId);
  const where = { day, city, rider, scannedAt };
  return applyCorrections((await needs.store.find(scans, { where, limit: 1_000 })).items);
}
