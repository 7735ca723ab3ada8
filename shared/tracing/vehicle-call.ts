import type { Instant } from '../time';

/** A stop of a vehicle on one of its trips. Lists of them are of one vehicle, in the order of time. */
export interface VehicleCall {
  /** The trip of the vehicle, with its service day where trips repeat: riders of two trips did not travel together. */
  readonly tripId: string;
  /** As venues name it where the stop has a code of its own. */
  readonly stopId: string;
  readonly arrivesAt: Instant;
  readonly departsAt: Instant;
}

/**
 * The calls of one vehicle in the order of time; none where they contradict each other: a vehicle that is on two trips at once, or that leaves
 * before it comes, was somewhere else than its feed says.
 */
export function consistentCalls(calls: readonly VehicleCall[]): readonly VehicleCall[] {
  const ordered = calls.toSorted((one, other) => one.arrivesAt - other.arrivesAt || one.departsAt - other.departsAt);
  const over = new Set<string>();
  for (const [at, call] of ordered.entries()) {
    const before = ordered[at - 1];
    if (call.departsAt < call.arrivesAt || (before && before.departsAt > call.departsAt)) return [];
    if (!before || before.tripId === call.tripId) continue;
    over.add(before.tripId);
    if (over.has(call.tripId)) return [];
  }
  return ordered;
}
