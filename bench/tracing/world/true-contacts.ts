import type { TrueRide } from './true-ride';

/** Minutes within which the next ride in a taxi is exposed, as the city of the bench sets it. */
export const taxiIntervalMinutes = 30;

/** One rider was exposed by another in a place: what is looked for, and what is found. */
export const contactKey = (index: string, rider: string, mode: string, placeId: string): string =>
  `${mode} ${placeId} ${index} ${rider}`;

/**
 * Who was exposed by whom, by what really happened (W-22 to W-25): carried along the same stretch in the same vehicle or carriage, on the same
 * crossing, in the same car or in it soon after, in the same coach.
 */
export function trueContacts(rides: readonly TrueRide[]): ReadonlySet<string> {
  const inPlace = new Map<string, TrueRide[]>();
  for (const ride of rides) inPlace.set(ride.placeId, [...(inPlace.get(ride.placeId) ?? []), ride]);
  const found = new Set<string>();
  for (const here of inPlace.values())
    for (const one of here)
      for (const other of here)
        if (one.rider !== other.rider && met(one, other))
          found.add(contactKey(one.rider, other.rider, one.mode, one.placeId));
  return found;
}

function met(index: TrueRide, other: TrueRide): boolean {
  switch (index.mode) {
    case 'bus':
    case 'tram':
    case 'brt':
    case 'metro': {
      let shared = 0;
      for (let stop = index.boarding; stop < index.alighting; stop += 1)
        if (other.boarding <= stop && stop < other.alighting) shared += 1;
      return index.runId === other.runId && shared > 0;
    }
    case 'ferry':
    case 'coach':
      return index.runId === other.runId;
    case 'taxi':
      return index.runId === other.runId || follows(index, other);
  }
}

const follows = (index: TrueRide, other: TrueRide): boolean =>
  other.boardedAt >= index.alightedAt && other.boardedAt < index.alightedAt + taxiIntervalMinutes * 60_000;
