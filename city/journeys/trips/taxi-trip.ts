import { minuteMs } from '@tongcheng/shared/time';
import type { Venue } from '../../network/network';
import { aMoment, type Outing, scanAt, type Trip, trueEnd } from '../outing';

/** When each taxi is free again; changed as the day is planned. */
export interface Taxis {
  readonly cars: readonly Venue[];
  readonly freeAt: Map<string, number>;
}

const partySizes: readonly (readonly [number, number])[] = [
  [1, 62],
  [2, 25],
  [3, 9],
  [4, 4],
];

/** W-13: one scan on getting in; one of a party registers for all and may say how many. One in five scans again on getting out. */
export const taxiTrip = ({ dice, at }: Outing, { cars, freeAt }: Taxis): Trip | undefined => {
  if (cars.length === 0) return undefined;
  const tried = Array.from({ length: 8 }, () => dice.pick(cars));
  const car = tried.find(({ venueId }) => (freeAt.get(venueId) ?? 0) <= at);
  if (!car) return undefined;
  const endsAt = at + Math.round((6 + dice.next() * 32) * minuteMs);
  freeAt.set(car.venueId, endsAt + 3 * minuteMs);
  const party = dice.weighted(partySizes);
  const boarded = { ...scanAt(car, at, 'board'), ...(party > 1 && { party }) };
  const again = dice.happens(0.2) ? [scanAt(car, endsAt - aMoment(dice), 'alight')] : [];
  const trueEnds = [trueEnd(boarded, endsAt)];
  return { scans: [boarded, ...again], endsAt, secondScansDue: 0, secondScansForgotten: 0, trueEnds };
};
