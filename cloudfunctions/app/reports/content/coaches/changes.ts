import type { DepartureManifest, Passenger } from '@tongcheng/shared/coaches/manifest';

/** What a supplement does to a passenger of the version before. */
export type PassengerChange = 'added' | 'corrected' | 'withdrawn';

/** A passenger to be told, and in a supplement why. */
export interface ToldPassenger {
  readonly passenger: Passenger;
  readonly change?: PassengerChange;
}

/** All passengers of a manifest; of a supplement only those of whom the version before told otherwise, or nothing. */
export function toldPassengers(
  manifest: DepartureManifest,
  before: DepartureManifest | undefined,
  isSupplement: boolean,
): readonly ToldPassenger[] {
  if (!isSupplement) return manifest.passengers.map((passenger) => ({ passenger }));
  const earlier = new Map(before?.passengers.map((each) => [each.passenger, each]));
  const now = new Set(manifest.passengers.map(({ passenger }) => passenger));
  const changed = manifest.passengers.flatMap((passenger): ToldPassenger[] => {
    const known = earlier.get(passenger.passenger);
    if (!known) return [{ passenger, change: 'added' }];
    return isSame(known, passenger) ? [] : [{ passenger, change: 'corrected' }];
  });
  const gone = [...earlier.values()].filter(({ passenger }) => !now.has(passenger));
  return [...changed, ...gone.map((passenger) => ({ passenger, change: 'withdrawn' as const }))];
}

const isSame = (one: Passenger, other: Passenger): boolean =>
  one.best.eventId === other.best.eventId && one.presence === other.presence && one.onArrival === other.onArrival;
