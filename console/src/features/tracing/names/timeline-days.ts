import type { Day, Instant } from '@tongcheng/shared/time';
import type { IndexRide } from '@tongcheng/shared/tracing/wire';

/** The rides of one day in one vehicle, carriage, ship or departure. */
interface TimelineLane {
  readonly key: string;
  readonly rides: readonly [IndexRide, ...IndexRide[]];
}

/** A day of the index rider: its vehicles as lanes on one axis of time. */
export interface TimelineDay {
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
  readonly lanes: readonly TimelineLane[];
}

/** Rides by day and vehicle, in the order given. */
export function timelineDays(rides: readonly IndexRide[]): readonly TimelineDay[] {
  const days = new Map<Day, readonly IndexRide[]>();
  for (const ride of rides) days.set(ride.day, [...(days.get(ride.day) ?? []), ride]);
  return [...days].map(([day, own]) => ({
    day,
    from: Math.min(...own.map(({ possible }) => possible.from)),
    to: Math.max(...own.map(({ possible }) => possible.to)),
    lanes: lanesOf(own),
  }));
}

function lanesOf(rides: readonly IndexRide[]): readonly TimelineLane[] {
  const lanes = new Map<string, TimelineLane>();
  for (const ride of rides) {
    const key = `${ride.mode} ${ride.placeId}`;
    const known = lanes.get(key);
    lanes.set(key, { key, rides: known ? [...known.rides, ride] : [ride] });
  }
  return [...lanes.values()];
}
