import type { Instant } from '../time';
import type { Aboard, InferredEnd, Span, TracedRide } from './traced-ride';
import type { VehicleCall } from './vehicle-call';

/** A scan so long before the vehicle arrives still belongs to the stop: doors open while phones are held up. */
const beforeArrivalMs = 20_000;
/** A scan so long after the doors closed still belongs to whoever got off there. */
const afterDepartureMs = 10_000;

/** The calls of a vehicle; none where nobody knows. */
type CallsOf = (vehicleId: string) => readonly VehicleCall[];

/**
 * A ride with the stops between which it went, by the calls of its vehicle; as it was where they do not tell. Who boarded early or late
 * counts from the stop before, who left unseen until the vehicle's end of line at the latest (W-27): where in doubt a stretch more, never less.
 */
export function locatedRide<R extends TracedRide>(ride: R, callsOf: CallsOf): R {
  const calls = callsOf(ride.vehicleId ?? '');
  if (calls.length === 0) return ride;
  const isCarriage = ride.inferred.some(({ end }) => end === 'from');
  const found = isCarriage ? endedIn(ride, calls, enteredAt(ride, callsOf)) : begunIn(ride, calls);
  const first = found && calls[found.boarding];
  if (!found || !first || found.alighting <= found.boarding) return ride;
  if (ride.mode === 'ferry') return { ...ride, sailingId: first.tripId };
  return { ...ride, ...withinTrip(ride, calls, found.boarding), calls: found };
}

/** The station where the rider entered; who changed trains boarded where the train before had brought them. */
function enteredAt({ entryId, changedFrom }: TracedRide, callsOf: CallsOf): string | undefined {
  if (entryId !== undefined || !changedFrom) return entryId;
  const calls = callsOf(changedFrom.vehicleId);
  const after = callAfter(calls, changedFrom.at);
  return after === undefined ? undefined : calls[backToEnd(calls, after)]?.stopId;
}

interface Between {
  readonly boarding: number;
  readonly alighting: number;
}

/**
 * Boarded by a scan: from the vehicle's last stop by then; to the next stop after the alighting, or the end of its line. A trip is known to be over where
 * the vehicle went on to another; what is known of it so far says nothing of who is still aboard.
 */
function begunIn({ aboard, inferred, mode }: TracedRide, calls: readonly VehicleCall[]): Between | undefined {
  const at = aboard.likely.from;
  const boarding =
    mode === 'ferry'
      ? sailingAt(calls, at)
      : pastEnd(
          calls,
          calls.findLastIndex(({ arrivesAt }) => arrivesAt - beforeArrivalMs <= at),
        );
  if (boarding === undefined || boarding < 0) return undefined;
  const end = endOfTrip(calls, boarding);
  if (end === boarding) return undefined;
  const isProven = inferred.every((each) => each.end !== 'to');
  const isOver = end + 1 < calls.length;
  const found = callAfter(calls, isProven ? aboard.likely.to : aboard.possible.to) ?? (isOver ? end : undefined);
  if (found === undefined) return undefined;
  const after = backToEnd(calls, found);
  return { boarding, alighting: Math.max(boarding + 1, isProven || !isOver ? after : Math.min(after, end)) };
}

/** The call of a ship at which somebody boarded who scanned then: who scanned when it had left came aboard before. */
function sailingAt(calls: readonly VehicleCall[], at: Instant): number | undefined {
  const next = callAfter(calls, at);
  const [before, coming] = [calls[(next ?? 0) - 1], calls[next ?? -1]];
  if (next === undefined || !before || !coming) return next;
  return before.tripId === coming.tripId && at < coming.arrivesAt - beforeArrivalMs ? next - 1 : next;
}

/** Scanned before leaving: to the next stop; from the entry's stop on the same trip, else from the vehicle's first stop since then. */
function endedIn(
  { aboard }: TracedRide,
  calls: readonly VehicleCall[],
  entryId: string | undefined,
): Between | undefined {
  const after = callAfter(calls, aboard.likely.to);
  const alighting = after === undefined ? undefined : backToEnd(calls, after);
  const last = alighting === undefined ? undefined : calls[alighting];
  if (alighting === undefined || !last) return undefined;
  const earlier = calls.slice(0, alighting).flatMap((call, at) => (call.tripId === last.tripId ? [{ call, at }] : []));
  const since = earlier.filter(({ call }) => call.departsAt + afterDepartureMs >= aboard.possible.from);
  const boarding = since.find(({ call }) => call.stopId === entryId) ?? since[0] ?? earlier.at(-1);
  return boarding && { boarding: boarding.at, alighting };
}

/** Nobody was aboard before the vehicle came to where they boarded, nor, unless a scan says so, after it reached the end of its line. */
function withinTrip(
  { aboard, inferred }: TracedRide,
  calls: readonly VehicleCall[],
  boarding: number,
): Pick<TracedRide, 'aboard' | 'inferred'> {
  const last = endOfTrip(calls, boarding);
  const end = last + 1 < calls.length ? (calls[last]?.arrivesAt ?? 0) : Number.POSITIVE_INFINITY;
  if (inferred.every((each) => each.end !== 'to') || aboard.possible.to <= end) return { aboard, inferred };
  const endsEarlier = aboard.likely.to > end;
  return {
    aboard: until(aboard, Math.max(end, aboard.proven?.to ?? end, aboard.likely.from)),
    inferred: inferred.map(
      (each): InferredEnd => (each.end === 'to' && endsEarlier ? { end: 'to', by: 'end-of-line' } : each),
    ),
  };
}

const until = ({ proven, likely, possible }: Aboard, end: Instant): Aboard => ({
  ...(proven && { proven }),
  likely: cut(likely, end),
  possible: cut(possible, end),
});

const cut = ({ from, to }: Span, end: Instant): Span => ({ from, to: Math.min(to, end) });

/** The first stop that the vehicle had not left long before. */
function callAfter(calls: readonly VehicleCall[], at: Instant): number | undefined {
  const found = calls.findIndex(({ departsAt }) => departsAt + afterDepartureMs >= at);
  return found < 0 ? undefined : found;
}

/** Who boards at the end of a trip boards the next one. */
const pastEnd = (calls: readonly VehicleCall[], at: number): number =>
  at >= 0 && at === endOfTrip(calls, at) && at + 1 < calls.length ? at + 1 : at;

/** Who leaves where a trip begins came with the trip before. */
const backToEnd = (calls: readonly VehicleCall[], at: number): number =>
  at > 0 && calls[at]?.tripId !== calls[at - 1]?.tripId ? at - 1 : at;

/** The last stop of the trip to which a call belongs. */
function endOfTrip(calls: readonly VehicleCall[], at: number): number {
  let end = at;
  while (calls[end + 1] && calls[end + 1]?.tripId === calls[at]?.tripId) end += 1;
  return end;
}
