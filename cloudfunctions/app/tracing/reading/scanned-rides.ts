import { longestRideMs } from '@tongcheng/shared/rides/replay/replay-state';
import type { Ride } from '@tongcheng/shared/rides/ride';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, daysFrom, type Instant } from '@tongcheng/shared/time';
import type { SeenScan } from '@tongcheng/shared/tracing/forwarded/seen-scan';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import { taxiReachMs } from '@tongcheng/shared/tracing/rules/same-taxi';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { deriveRides, type UsualByDay } from '../../rides/journeys/derive-rides';
import { linesOfRider } from '../../rides/journeys/journeys-of';
import { isCounted, type ScanRecord, scans } from '../../rides/scan-record';
import { type UsualOf, usualOnDays } from '../../rides/usual/usual-of';
import type { BesideRides, IndexRides, RideSource, SourcedRide, TraceQuestion } from './ride-source';
import { makeOpenDay, type OpenDay, type RiderDayNeeds, recordsAround, recordsOn } from './rider-days';
import { type MetBetween, ridersMet } from './riders-met';
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
  // All days at once: while one is being read from the store, another one is made into rides.
  const byDay = await Promise.all(days.map((day) => recordsOfSubjects(needs, question, day, openDay)));
  const usual = await usualOnDays(needs.usualOf, city, days);
  const rides = subjects.flatMap((subject) =>
    ridesIn(
      byDay.flatMap((records) => records.get(subject) ?? []),
      settings,
      asOf,
      usual,
    ),
  );
  const placed = rides
    .map((ride, at) => ({ ride, sourced: sourcedRideOf(ride, asOf, rides[at - 1]) }))
    .filter(({ ride: { place } }) => from <= place.day && place.day <= to);
  return {
    rides: placed.flatMap(({ sourced }) => sourced ?? []),
    unplaced: placed.flatMap(({ ride: { place }, sourced }) => (sourced ? [] : [{ day: place.day, mode: place.mode }])),
    closedDays: await closedDays(openDay, question),
  };
}

/** What each subject of the index rider scanned on a day. */
async function recordsOfSubjects(
  needs: ScannedRidesNeeds,
  { city, subjects }: TraceQuestion,
  day: Day,
  openDay: OpenDay,
): Promise<ReadonlyMap<string, readonly ScanRecord[]>> {
  const dayVault = await openDay(day);
  if (!dayVault) return new Map();
  const riders = new Map(subjects.map((subject) => [subject, dayVault.pseudonym(subject)]));
  const found = await recordsOn(needs, { city, day }, [...riders.values()]);
  return new Map([...riders].map(([subject, rider]) => [subject, found.get(rider) ?? []]));
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
  const found = await Promise.all(
    [...venuesOn].map(async ([day, windows]): Promise<BesideRides> => {
      const dayVault = await openDay(day);
      if (!dayVault) return { rides: [], seen: [] };
      const own = new Set(subjects.map(dayVault.pseudonym));
      const { seen, riders } = await scansIn(needs, { city, day }, windows);
      const venueIds = new Set(windows.map(({ venueId }) => venueId));
      const others = riders.filter((rider) => !own.has(rider));
      const lists = await recordsAround(needs, question, day, others, openDay);
      const inPlaces = (records: readonly ScanRecord[]) =>
        ridesInPlaces(ridesIn(records, settings, asOf, usual), day, venueIds, asOf);
      return { rides: lists.flatMap(inPlaces), seen };
    }),
  );
  return { rides: found.flatMap(({ rides }) => rides), seen: found.flatMap(({ seen }) => seen) };
}

/** Of one rider's rides those of the day in one of the places. */
function ridesInPlaces(
  rides: readonly Ride<ScanRecord>[],
  day: Day,
  venueIds: ReadonlySet<string>,
  asOf: Instant,
): readonly SourcedRide[] {
  return rides.flatMap((ride, at) =>
    ride.place.day === day && venueIds.has(ride.place.venueId) ? (sourcedRideOf(ride, asOf, rides[at - 1]) ?? []) : [],
  );
}

/** When somebody has to have scanned in a place to have met the index rider there. */
interface Window extends MetBetween {
  readonly venueId: string;
  readonly gte: Instant;
  readonly lt: Instant;
}

/** By day, the places of the index rider with the time in which a scan can matter: a longest ride and the reach of the rules to either side. */
function placesByDay(index: readonly SourcedRide[], settings: CitySettings): ReadonlyMap<Day, readonly Window[]> {
  const all = new Map<Day, Window[]>();
  for (const { mode, placeId: venueId, aboard, day: own } of index) {
    if (mode === 'coach') continue;
    const { longest, after } = reachOf(mode, settings, own);
    const { from, to } = aboard.possible;
    const met = { leftFrom: from - after, boardedBefore: to + after };
    const window = { venueId, gte: from - longest - after, lt: to + longest + after, ...met };
    for (const day of daysFrom(serviceDay(settings, window.gte), serviceDay(settings, window.lt)))
      all.set(day, [...(all.get(day) ?? []), window]);
  }
  return all;
}

/** How long a ride lasts at most, and how long after the alighting somebody else can begin one and still be exposed: as far as the rules reach, which take the last instant in. */
function reachOf(mode: Mode, settings: CitySettings, day: Day) {
  const parameters = parametersOn(settings, day);
  const after = Math.max(taxiReachMs(parameters), parameters.boardingMs) + 1;
  return { longest: longestRideMs(mode, settings.rides), after };
}

/** What was scanned in these places in these times, each scan once, and whose other scans have to be read; riders by the pseudonym of the day. */
async function scansIn(
  { store }: RiderDayNeeds,
  { city, day }: { readonly city: string; readonly day: Day },
  windows: readonly Window[],
): Promise<{ readonly seen: readonly SeenScan[]; readonly riders: readonly string[] }> {
  const seen = new Map<string, SeenScan>();
  const riders = new Set<string>();
  for (const window of windows) {
    const { venueId, gte, lt } = window;
    const where = { day, city, venueId, scannedAt: { gte, lt } };
    // In the order of the venue's own index: in another one a store may rather go through the whole day, which has it ready.
    const order = { by: 'recordedAt', direction: 'asc' } as const;
    const here: ScanRecord[] = [];
    for await (const batch of store.stream(scans, { where, order })) here.push(...batch);
    for (const record of here) if (isCounted(record)) seen.set(record._id, seenScan(record));
    for (const rider of ridersMet(here, window)) riders.add(rider);
  }
  return { seen: [...seen.values()], riders: [...riders] };
}

const seenScan = ({ _id: id, rider, venueId, mode, venueKind, scannedAt, flags }: ScanRecord): SeenScan => ({
  ...{ id, rider, venueId, mode, venueKind, scannedAt, flags },
});
