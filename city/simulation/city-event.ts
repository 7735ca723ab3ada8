import type { Instant } from '@tongcheng/shared/time';
import type { PlannedJourney, PlannedScan } from '../journeys/planned-journey';

/** A journey while it goes on. */
export interface JourneyProgress {
  readonly journey: PlannedJourney;
  /** Staff turned the rider away: the rest does not happen. */
  refused: boolean;
  /** The member of the family who came along was turned away. */
  memberRefused: boolean;
}

/** Something a rider does at an instant: an act of a journey, or a phone that has network again. */
export interface CityEvent {
  readonly at: Instant;
  readonly progress: JourneyProgress;
  readonly action: PlannedScan | 'network-is-back';
}

/** Everything that journeys hold, in the order of time. */
export const cityEventsOf = (journeys: readonly PlannedJourney[]): readonly CityEvent[] =>
  journeys.flatMap(eventsIn).sort((a, b) => a.at - b.at);

function eventsIn(journey: PlannedJourney): readonly CityEvent[] {
  const walk: JourneyProgress = { journey, refused: false, memberRefused: false };
  const acts = journey.scans.map((act): CityEvent => ({ at: act.at, progress: walk, action: act }));
  const backAt = journey.scans.find(({ deliverAt }) => deliverAt !== undefined)?.deliverAt;
  return backAt === undefined ? acts : [...acts, { at: backAt, progress: walk, action: 'network-is-back' }];
}
