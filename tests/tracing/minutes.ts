import type { TraceParameters } from '@tongcheng/shared/tracing/parameters';
import type { Certainty, Span, TracedRide } from '@tongcheng/shared/tracing/traced-ride';

/** The rules of W-22 to W-25 told once more, by counting minutes and stretches one by one; shares no code with the product. Spans are of whole minutes. */

const minute = 60_000;

const minutesOf = (span: Span | undefined): ReadonlySet<number> => {
  const all = new Set<number>();
  for (let at = span?.from ?? 0; at < (span?.to ?? 0); at += minute) all.add(at);
  return all;
};

const inBoth = (one: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  [...one].filter((each) => other.has(each)).length;

const stretchesOf = ({ calls }: TracedRide): ReadonlySet<number> => {
  const all = new Set<number>();
  if (calls) for (let stop = calls.boarding; stop < calls.alighting; stop += 1) all.add(stop);
  return all;
};

const isProven = ({ inferred }: TracedRide, end: 'from' | 'to') => !inferred.some((each) => each.end === end);

const together = (one: TracedRide, other: TracedRide, certainty: Certainty, least: number) =>
  inBoth(minutesOf(one.aboard[certainty]), minutesOf(other.aboard[certainty])) >=
  Math.max(1, Math.ceil(least / minute));

function onVehicle(one: TracedRide, other: TracedRide, { leastOverlapMs, counted }: TraceParameters) {
  if (one.calls && other.calls) {
    if (inBoth(stretchesOf(one), stretchesOf(other)) === 0) return undefined;
    const allProven = [one, other].every((ride) => isProven(ride, 'from') && isProven(ride, 'to'));
    const certainty =
      allProven || together(one, other, 'proven', 0)
        ? 'proven'
        : together(one, other, 'likely', 0)
          ? 'likely'
          : 'possible';
    return counted.includes(certainty) ? (['stops', certainty] as const) : undefined;
  }
  for (const certainty of counted)
    if (together(one, other, certainty, leastOverlapMs)) return ['time', certainty] as const;
  return undefined;
}

function onShip(one: TracedRide, other: TracedRide, { boardingMs, counted }: TraceParameters) {
  const found = (certainty: Certainty) => (counted.includes(certainty) ? (['sailing', certainty] as const) : undefined);
  if (one.sailingId && other.sailingId) return one.sailingId === other.sailingId ? found('proven') : undefined;
  if (together(one, other, 'proven', 0)) return found('proven');
  if (one.dockId && other.dockId && one.dockId !== other.dockId) return undefined;
  const [first, second] = one.aboard.likely.from <= other.aboard.likely.from ? [one, other] : [other, one];
  const ashore = (ride: TracedRide, by: TracedRide) =>
    isProven(ride, 'to') && ride.aboard.likely.to <= by.aboard.likely.from;
  if (ashore(first, second) || ashore(second, first)) return undefined;
  return second.aboard.likely.from <= first.aboard.likely.from + boardingMs ? found('likely') : undefined;
}

function inTaxi(one: TracedRide, other: TracedRide, { taxiIntervalMs, counted }: TraceParameters) {
  for (const certainty of counted) {
    if (together(one, other, certainty, 0)) return ['time', certainty] as const;
    if (certainty === 'proven' && !(isProven(one, 'to') && isProven(other, 'from'))) continue;
    const [left, boarded] = [
      certainty === 'proven' ? one.aboard.likely.to : one.aboard[certainty].to,
      certainty === 'proven' ? other.aboard.likely.from : other.aboard[certainty].from,
    ];
    // People scan up to forty seconds before they get out.
    for (let at = left; at < left + taxiIntervalMs + 40_000; at += minute)
      if (at === boarded) return ['interval', certainty] as const;
  }
  return undefined;
}

/** Whom a ride exposed among all rides of a small world: who, on what ground, how sure. */
export const exposedByCounting = (
  one: TracedRide,
  rides: readonly TracedRide[],
  parameters: TraceParameters,
): readonly string[] =>
  rides.flatMap((other) => {
    if (other.rider === one.rider || other.mode !== one.mode || other.placeId !== one.placeId) return [];
    const rule = { bus: onVehicle, tram: onVehicle, brt: onVehicle, metro: onVehicle, ferry: onShip, taxi: inTaxi };
    const found = one.mode === 'coach' ? (['manifest', 'proven'] as const) : rule[one.mode](one, other, parameters);
    return found ? [`${other.rider} ${found[0]} ${found[1]}`] : [];
  });
