import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { Dice } from '../chance';
import type { Person } from '../people/person';
import type { PlannedScan, TrueEnd } from './planned-journey';

/** Somebody sets out. */
export interface Outing {
  readonly dice: Dice;
  readonly at: Instant;
  readonly person: Person;
  /** Between the places of every day, or anywhere. */
  readonly way: 'to-work' | 'to-home' | 'anywhere';
}

/** A way on one mode, before anything goes wrong. */
export interface Trip {
  readonly scans: readonly PlannedScan[];
  readonly endsAt: Instant;
  readonly secondScansDue: number;
  readonly secondScansForgotten: number;
  readonly trueEnds: readonly TrueEnd[];
}

/** Shortest time between two scans of one code that both count: beyond the two minutes in which they would repeat. */
export const shortestRideMs = 3 * minuteMs;

/** From which to which of `count` places in a row an outing goes; two different ones. */
export const endsOf = (
  { dice, person, way }: Outing,
  count: number,
): { readonly from: number; readonly to: number } => {
  const home = Math.floor(person.habits.homeAt * count);
  const drawn = Math.floor(person.habits.workAt * count);
  const work = drawn === home ? (home + Math.ceil(count / 3)) % count : drawn;
  if (way === 'to-work') return { from: home, to: work };
  if (way === 'to-home') return { from: work, to: home };
  const from = dice.happens(0.5) ? home : dice.below(count);
  return { from, to: (from + 1 + dice.below(count - 1)) % count };
};

/** What a scan began and when it was over. */
export const trueEnd = ({ venueId, at }: PlannedScan, endedAt: Instant): TrueEnd => ({
  venueId,
  begunAt: at,
  endedAt: Math.round(endedAt),
});

/** A few seconds of looking for the code and holding the phone to it. */
export const aMoment = (dice: Dice): number => 4_000 + dice.below(26_000);

/** A scan of the posted code. */
export const scanAt = (venue: { readonly venueId: string }, at: Instant, step: PlannedScan['step']): PlannedScan => ({
  at: Math.round(at),
  venueId: venue.venueId,
  step,
  code: 'posted',
});
