import type { Line } from './network';

/** A stretch on one line. */
export interface RouteLeg {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** A line's stop, as a point of the network; `ways` are the neighbours on the line and the same station's other lines. */
interface Place {
  readonly line: Line;
  readonly stop: number;
  readonly stopId: string;
  readonly ways: { readonly to: number; readonly seconds: number }[];
}

/** How a place is reached from where a rider set out: by which place before it, or from none. */
type Reached = { readonly place: Place; readonly before: Reached | undefined };

const changeSeconds = 240;

/** Quickest ways between stations, changes included; remembers what it worked out. Empty where there is no way. */
export const routeFinder = (lines: readonly Line[]): ((from: string, to: string) => readonly RouteLeg[]) => {
  const places = placesOf(lines);
  const known = new Map<string, ReadonlyMap<string, Reached>>();
  return (from, to) => {
    const reached = known.get(from) ?? reachedFrom(places, from);
    known.set(from, reached);
    const end = reached.get(to);
    return end ? legsTo(end) : [];
  };
};

function placesOf(lines: readonly Line[]): readonly Place[] {
  const places = lines.flatMap((line) =>
    line.stops.map(({ stopId }, stop): Place => ({ line, stop, stopId, ways: [] })),
  );
  for (const [at, place] of places.entries())
    for (const [to, other] of places.entries()) {
      const seconds = secondsBetween(place, other);
      if (at !== to && seconds !== undefined) place.ways.push({ to, seconds });
    }
  return places;
}

function secondsBetween(from: Place, to: Place): number | undefined {
  if (from.line !== to.line) return from.stopId === to.stopId ? changeSeconds : undefined;
  if (Math.abs(from.stop - to.stop) !== 1) return undefined;
  const [a, b] = [from.line.stops[from.stop], from.line.stops[to.stop]];
  return a && b ? Math.abs(a.atSeconds - b.atSeconds) : undefined;
}

interface Open {
  readonly seconds: number;
  readonly reached: Reached;
}

/** Dijkstra's walk: for every station the place at which it is reached first. */
function reachedFrom(places: readonly Place[], from: string): ReadonlyMap<string, Reached> {
  const first = new Map<string, Reached>();
  const open = new Map<number, Open>();
  const done = new Set<number>();
  for (const [at, place] of places.entries())
    if (place.stopId === from) open.set(at, { seconds: 0, reached: { place, before: undefined } });
  for (let at = nearest(open); at !== undefined; at = nearest(open)) {
    const next = open.get(at);
    open.delete(at);
    done.add(at);
    if (!next) continue;
    if (!first.has(next.reached.place.stopId)) first.set(next.reached.place.stopId, next.reached);
    goOn(places, open, done, next);
  }
  return first;
}

function goOn(
  places: readonly Place[],
  open: Map<number, Open>,
  done: ReadonlySet<number>,
  { seconds, reached }: Open,
) {
  for (const way of reached.place.ways) {
    const place = places[way.to];
    const arrives = seconds + way.seconds;
    const held = open.get(way.to)?.seconds ?? Number.POSITIVE_INFINITY;
    if (place && !done.has(way.to) && arrives < held)
      open.set(way.to, { seconds: arrives, reached: { place, before: reached } });
  }
}

function nearest(open: ReadonlyMap<number, { readonly seconds: number }>): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, { seconds }] of open) {
    if (seconds >= least) continue;
    least = seconds;
    best = at;
  }
  return best;
}

function legsTo(end: Reached): readonly RouteLeg[] {
  const legs: RouteLeg[] = [];
  for (let at: Reached | undefined = end; at; at = at.before) {
    const { line, stop } = at.place;
    const [first] = legs;
    if (first?.line === line) legs[0] = { ...first, from: stop };
    else legs.unshift({ line, from: stop, to: stop });
  }
  return legs.filter((leg) => leg.from !== leg.to);
}
