import type { Dice } from '@tongcheng/city/chance';
import type { TrueRide, WorldScan, WorldTrip } from './true-ride';

/** The cars of the world, each with when it is free again; changed as a day is lived. */
export interface Cars {
  readonly freeAt: Map<string, number>;
  hires: number;
}

/** Cars, all of them free. */
export const newCars = (count: number): Cars => ({
  freeAt: new Map(Array.from({ length: count }, (_, at) => [`taxi-${at}`, 0])),
  hires: 0,
});

/** A hire of one registered rider, or of two who travel together and get out one after the other; undefined where no car is near. */
export function taxiTrips(
  riders: readonly string[],
  at: number,
  cars: Cars,
  dice: Dice,
): readonly WorldTrip[] | undefined {
  const near = Array.from({ length: 6 }, () => dice.pick([...cars.freeAt.keys()]));
  const placeId = near.find((car) => (cars.freeAt.get(car) ?? 0) <= at);
  if (placeId === undefined) return undefined;
  cars.hires += 1;
  const runId = `hire-${cars.hires}`;
  const trips = riders.map((rider) => tripOf(rider, { placeId, runId, at }, dice));
  cars.freeAt.set(placeId, Math.max(...trips.map(({ endsAt }) => endsAt)) + 60_000);
  return trips;
}

function tripOf(
  rider: string,
  { placeId, runId, at }: { readonly placeId: string; readonly runId: string; readonly at: number },
  dice: Dice,
): WorldTrip {
  const boardedAt = at + dice.below(15_000);
  const alightedAt = boardedAt + Math.round((6 + 30 * dice.next()) * 60_000);
  const ride: TrueRide = {
    ...{ rider, mode: 'taxi', placeId, runId, boarding: 0, alighting: 1, boardedAt, alightedAt },
  };
  const here = { venueId: placeId, mode: 'taxi', venueKind: 'vehicle' } as const;
  const party = dice.happens(0.25) ? 2 : 1;
  const scans: readonly WorldScan[] = [
    { ...here, scannedAt: boardedAt + dice.below(20_000), party },
    { ...here, scannedAt: alightedAt - 3_000 - dice.below(30_000), party, madeAbove: dice.next() },
  ];
  return { rides: [ride], scans, endsAt: alightedAt + 120_000 };
}
