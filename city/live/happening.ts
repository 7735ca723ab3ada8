import type { Instant } from '@tongcheng/shared/time';
import type { Act, Journey } from '../journeys/journey';

/** A journey while it goes on. */
export interface Walk {
  readonly journey: Journey;
  /** Staff turned the rider away: the rest does not happen. */
  turnedAway: boolean;
}

/** Something a rider does at an instant: an act of a journey, or a phone that has network again. */
export interface Happening {
  readonly at: Instant;
  readonly walk: Walk;
  readonly act: Act | 'network-is-back';
}

/** Everything that journeys hold, in the order of time. */
export const happeningsOf = (journeys: readonly Journey[]): readonly Happening[] =>
  journeys.flatMap(happeningsIn).sort((a, b) => a.at - b.at);

function happeningsIn(journey: Journey): readonly Happening[] {
  const walk: Walk = { journey, turnedAway: false };
  const acts = journey.acts.map((act): Happening => ({ at: act.at, walk, act }));
  const backAt = journey.acts.find(({ deliverAt }) => deliverAt !== undefined)?.deliverAt;
  return backAt === undefined ? acts : [...acts, { at: backAt, walk, act: 'network-is-back' }];
}
