import type { TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import { type Conditions, foundContacts, scansMade, tracedRides } from './found-contacts';
import type { WorldDay } from './world/live-day';
import { trueContacts } from './world/true-contacts';
import type { TrueRide } from './world/true-ride';

/** How right what was found is. */
export interface Quality {
  /** What really happened; of which was found; found that never was; and what scans could have told: both scanned in the place on the rides that met. */
  readonly contacts: number;
  readonly right: number;
  readonly wrong: number;
  readonly knowable: number;
  /** Of these, found. */
  readonly knowableFound: number;
  /** What could be told if each entry at a station of tram or BRT told the vehicle too. */
  readonly withEntries: number;
}

/** One world under some conditions, by mode. */
export interface Measured {
  readonly byMode: ReadonlyMap<string, Quality>;
  /** How far each inferred end is from the true one, in minutes. */
  readonly ends: ReadonlyMap<string, readonly number[]>;
  /** Of matches by how sure they were said to be: how many were right. */
  readonly byCertainty: ReadonlyMap<string, { readonly found: number; readonly right: number }>;
}

const modeOf = (key: string): string => key.slice(0, key.indexOf(' '));

/** Compares what tracing finds in a day of a world with what happened in it. */
export function measureDay(world: WorldDay, conditions: Conditions, asOf: number): Measured {
  const truth = world.riders.flatMap(({ rides }) => rides);
  const contacts = trueContacts(truth);
  const rides = tracedRides(world, conditions, asOf);
  const found = foundContacts(rides, conditions);
  const isScanned = scannedIn(world, conditions);
  return {
    byMode: qualityByMode(contacts, found, {
      scanned: trueContacts(truth.filter(isScanned)),
      entered: trueContacts(truth.filter((ride) => ride.mode === 'tram' || ride.mode === 'brt' || isScanned(ride))),
    }),
    byCertainty: certaintyOf(contacts, found),
    ends: endErrors(rides, truth),
  };
}

/** A scan so long before or after a ride is still of it: phones are held up early and late. */
const nearMs = 60_000;

/** Whether somebody's ride left a scan in the vehicle, carriage, ship or car itself. */
function scannedIn({ riders }: WorldDay, conditions: Conditions): (ride: TrueRide) => boolean {
  const scansOf = new Map(riders.map((day) => [day.rider, scansMade(day, conditions)]));
  return ({ rider, placeId, boardedAt, alightedAt }) =>
    (scansOf.get(rider) ?? []).some(
      ({ venueId, scannedAt, refused }) =>
        venueId === placeId && !refused && scannedAt > boardedAt - nearMs && scannedAt < alightedAt + nearMs,
    );
}

type Found = ReturnType<typeof foundContacts>;

function qualityByMode(
  contacts: ReadonlySet<string>,
  found: Found,
  { scanned, entered }: { readonly scanned: ReadonlySet<string>; readonly entered: ReadonlySet<string> },
): Measured['byMode'] {
  const byMode = new Map<string, Quality>();
  const add = (key: string, more: Partial<Quality>) => {
    const mode = modeOf(key);
    byMode.set(mode, sumOf(byMode.get(mode) ?? nothing, { ...nothing, ...more }));
  };
  for (const key of contacts) {
    const right = found.has(key) ? 1 : 0;
    const knowable = scanned.has(key) ? 1 : 0;
    const withEntries = entered.has(key) ? 1 : 0;
    add(key, { contacts: 1, right, knowable, knowableFound: knowable * right, withEntries });
  }
  for (const key of found.keys()) if (!contacts.has(key)) add(key, { wrong: 1 });
  return byMode;
}

function certaintyOf(contacts: ReadonlySet<string>, found: Found): Measured['byCertainty'] {
  const all = new Map<string, { readonly found: number; readonly right: number }>();
  for (const [key, certainty] of found) {
    const known = all.get(certainty) ?? { found: 0, right: 0 };
    all.set(certainty, { found: known.found + 1, right: known.right + (contacts.has(key) ? 1 : 0) });
  }
  return all;
}

function endErrors(rides: readonly TracedRide[], truth: readonly TrueRide[]): ReadonlyMap<string, readonly number[]> {
  const trueEnds = new Map<string, TrueRide[]>();
  for (const ride of truth) {
    const key = `${ride.rider} ${ride.placeId}`;
    trueEnds.set(key, [...(trueEnds.get(key) ?? []), ride]);
  }
  const errors = new Map<string, number[]>();
  for (const { rider, placeId, mode, inferred, aboard } of rides) {
    if (inferred.every(({ end }) => end !== 'to')) continue;
    const ridden = trueEnds
      .get(`${rider} ${placeId}`)
      ?.find(({ boardedAt }) => Math.abs(boardedAt - aboard.likely.from) < 120_000);
    if (ridden)
      errors.set(mode, [...(errors.get(mode) ?? []), Math.abs(aboard.likely.to - ridden.alightedAt) / 60_000]);
  }
  return errors;
}

const nothing: Quality = { contacts: 0, right: 0, wrong: 0, knowable: 0, knowableFound: 0, withEntries: 0 };

const sumOf = (one: Quality, other: Quality): Quality => ({
  contacts: one.contacts + other.contacts,
  right: one.right + other.right,
  wrong: one.wrong + other.wrong,
  knowable: one.knowable + other.knowable,
  knowableFound: one.knowableFound + other.knowableFound,
  withEntries: one.withEntries + other.withEntries,
});

/** All modes together. */
export const overall = (byMode: Measured['byMode']): Quality => [...byMode.values()].reduce(sumOf, nothing);

/** Several worlds as one. */
export const allOf = (measured: readonly Measured[]): Measured => ({
  byMode: merged(
    measured.map(({ byMode }) => byMode),
    sumOf,
  ),
  byCertainty: merged(
    measured.map(({ byCertainty }) => byCertainty),
    (one, other) => ({
      found: one.found + other.found,
      right: one.right + other.right,
    }),
  ),
  ends: merged(
    measured.map(({ ends }) => ends),
    (one, other) => [...one, ...other],
  ),
});

function merged<T>(maps: readonly ReadonlyMap<string, T>[], join: (one: T, other: T) => T): ReadonlyMap<string, T> {
  const all = new Map<string, T>();
  for (const [key, each] of maps.flatMap((map) => [...map])) {
    const known = all.get(key);
    all.set(key, known === undefined ? each : join(known, each));
  }
  return all;
}

/** Of those found, how many were right; 1 where nothing was found. */
export const precisionOf = ({ right, wrong }: Quality): number => (right + wrong === 0 ? 1 : right / (right + wrong));
/** Of those who were exposed, how many were found. */
export const recallOf = ({ right, contacts }: Quality): number => (contacts === 0 ? 1 : right / contacts);
/** The same of those of whom both scanned in the place. */
export const knowableRecallOf = ({ knowableFound, knowable }: Quality): number =>
  knowable === 0 ? 1 : knowableFound / knowable;
