import { longestRideMs } from '@tongcheng/shared/rides/replay/replay-state';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, daysFrom, type Instant } from '@tongcheng/shared/time';
import type { SeenScan } from '@tongcheng/shared/tracing/forwarded/seen-scan';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { deriveRides, type UsualByDay } from '../../rides/journeys/derive-rides';
import { linesOfRider } from '../../rides/journeys/journeys-of';
import { isCounted, type ScanRecord, scans } from '../../rides/scan-record';
import { type UsualOf, usualOnDays } from '../../rides/usual/usual-of';
import type { BesideRides, IndexRides, RideSource, SourcedRide, TraceQuestion } from './ride-source';
import { makeOpenDay, type OpenDay, type RiderDayNeeds, recordsAround, recordsOn } from './rider-days';
import { sourcedRideOf } from './sourced-ride';

/** What reading rides from scans takes. */
export interface ScannedRidesNeeds extends RiderDayNeeds {
  readonly usualOf: UsualOf;
}

/** Rides of a city from its scans, closed as the rider and the reports see them. Asks by rider and day, and by venue and day. */
export const scannedRides = (needs: ScannedRidesNeeds): RideSource => ({
  ridesOf: (question) => indexRides(needs, question),
  ridesBeside: (question, index) => ridesBeside(needs, question, index),
});

async function indexRides(needs: ScannedRidesNeeds, question: TraceQuestion): Promise<IndexRides> {
  const { city, settings, subjects, from, to, asOf } = question;
  const openDay = await makeOpenDay(needs, city);
  const days = daysFrom(addDays(from, -1), addDays(to, 1));
  const ofSubject = new Map<string, ScanRecord[]>(subjects.map((subject) => [subject, []]));
  for (const day of days) {
    const dayVault = await openDay(day);
    if (!dayVault) continue;
    const riders = new Map(subjects.map((subject) => [dayVault.pseudonym(subject), subject]));
    for (const [rider, records] of await recordsOn(needs, { city, day }, [...riders.keys()]))
      ofSubject.get(riders.get(rider) ?? '')?.push(...records);
  }
  const usual = await usualOnDays(needs.usualOf, city, days);
  const rides = [...ofSubject.values()].flatMap((records) => ridesIn(records, settings, asOf, usual));
  const placed = rides
    .map((ride, at) => ({ ride, sourced: sourcedRideOf(ride, asOf, rides[at - 1]) }))
    .filter(({ ride: { place } }) => from <= place.day && place.day <= to);
  return {
    rides: placed.flatMap(({ sourced }) => sourced ?? []),
    unplaced: placed.flatMap(({ ride: { place }, sourced }) => (sourced ? [] : [{ day: place.day, mode: place.mode }])),
    closedDays: await closedDays(openDay, question),
  };
}

const ridesIn = (records: readonly ScanRecord[], settings: CitySettings, asOf: Instant, usual: UsualByDay) =>
  linesOfRider(records).flatMap((line) => deriveRides(line, settings.rides, asOf, usual));

/** Days so far of which nothing can be opened: their key is destroyed, or nobody scanned. */
async function closedDays(openDay: OpenDay, { settings, from, to, asOf }: TraceQuestion): Promise<readonly Day[]> {
  const today = serviceDay(settings, asOf);
  const closed: Day[] = [];
  for (const day of daysFrom(from, to < today ? to : today)) if (!(await openDay(day))) closed.push(day);
  return closed;
}

async function ridesBeside(
  needs: ScannedRidesNeeds,
  question: TraceQuestion,
  index: readonly SourcedRide[],
): Promise<BesideRides> {
  const { city, settings, subjects, asOf } = question;
  const venuesOn = placesByDay(index, settings);
  const days = [...venuesOn.keys()];
  const usual = await usualOnDays(
    needs.usualOf,
    city,
    days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]),
  );
  const openDay = await makeOpenDay(needs, city);
  const found: SourcedRide[] = [];
  const seen: SeenScan[] = [];
  for (const [day, windows] of venuesOn) {
    const dayVault = await openDay(day);
    if (!dayVault) continue;
    const own = new Set(subjects.map(dayVault.pseudonym));
    const here = await scansIn(needs, { city, day }, windows);
    seen.push(...here);
    const riders = [...new Set(here.map(({ rider }) => rider))].filter((rider) => !own.has(rider));
    const venueIds = new Set(windows.map(({ venueId }) => venueId));
    for (const records of await recordsAround(needs, question, day, riders, openDay)) {
      const rides = ridesIn(records, settings, asOf, usual);
      for (const [at, ride] of rides.entries()) {
        const { place } = ride;
        if (place.day !== day || !venueIds.has(place.venueId)) continue;
        const sourced = sourcedRideOf(ride, asOf, rides[at - 1]);
        if (sourced) found.push(sourced);
      }
    }
  }
  return { rides: found, seen };
}

/** When somebody has to have scanned in a place to have met the index rider there. */
interface Window {
  readonly venueId: string;
  readonly gte: Instant;
  readonly lt: Instant;
}

/** By day, the places of the index rider with the time in which a scan can matter: a longest ride and the reach of the rules to either side. */
function placesByDay(index: readonly SourcedRide[], settings: CitySettings): ReadonlyMap<Day, readonly Window[]> {
  const all = new Map<Day, Window[]>();
  for (const { mode, placeId: venueId, aboard, day: own } of index) {
    if (mode === 'coach') continue;
    const reach = reachMs(mode, settings, own);
    const window = { venueId, gte: aboard.possible.from - reach, lt: aboard.possible.to + reach };
    for (const day of daysFrom(serviceDay(settings, window.gte), serviceDay(settings, window.lt)))
      all.set(day, [...(all.get(day) ?? []), window]);
  }
  return all;
}

function reachMs(mode: Mode, settings: CitySettings, day: Day): number {
  const { taxiIntervalMs, boardingMs } = parametersOn(settings, day);
  return longestRideMs(mode, settings.rides) + Math.max(taxiIntervalMs, boardingMs);
}

/** What was scanned in these places in these times, each scan once; riders by the pseudonym of the day. */
async function scansIn(
  { store }: RiderDayNeeds,
  { city, day }: { readonly city: string; readonly day: Day },
  windows: readonly Window[],
): Promise<readonly SeenScan[]> {
  const seen = new Map<string, SeenScan>();
  for (const { venueId, gte, lt } of windows) {
    const where = { day, city, venueId, scannedAt: { gte, lt } };
    for await (const batch of store.stream(scans, { where }))
      for (const record of batch) if (isCounted(record)) seen.set(record._id, seenScan(record));
  }
  return [...seen.values()];
}

const seenScan = ({ _id: id, rider, venueId, mode, venueKind, scannedAt, flags }: ScanRecord): SeenScan => ({
  ...{ id, rider, venueId, mode, venueKind, scannedAt, flags },
});
