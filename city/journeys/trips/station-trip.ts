import type { RouteLeg } from '../../network/find-route';
import type { Line } from '../../network/network';
import { nextVehicle } from '../../network/next-vehicle';
import { aMoment, endsOf, type Outing, scanAt, type Trip, trueEnd } from '../outing';

/** Stations by id, all of them to be reached from each other, with the lines that call there, and the quickest way between two. */
export interface Stations {
  readonly stopIds: readonly string[];
  readonly route: (from: string, to: string) => readonly RouteLeg[];
}

/** W-11, W-12: the station before the security check, then the carriage or vehicle before leaving it, in each one. */
export const stationTrip = (outing: Outing, networks: readonly Stations[]): Trip | undefined => {
  const stations = networkOf(outing, networks);
  const legs = stations ? chooseRoute(outing, stations) : [];
  const [first] = legs;
  const entrance = first?.line.stops[first.from]?.station;
  if (!entrance) return undefined;
  const entered = scanAt(entrance, outing.at, 'enter');
  const acts = [entered];
  let at = outing.at + 2 * aMoment(outing.dice);
  let leftAt = at;
  let forgotten = 0;
  for (const leg of legs) {
    const ride = rideOn(outing, leg, at);
    if (!ride) return undefined;
    at = ride.endsAt;
    leftAt = ride.alightsAt;
    if (outing.dice.happens(outing.person.habits.forgetsSecondScan)) forgotten += 1;
    else acts.push(ride.scan);
  }
  return {
    ...{ scans: acts, endsAt: at + 60_000, secondScansDue: legs.length, secondScansForgotten: forgotten },
    trueEnds: [trueEnd(entered, leftAt)],
  };
};

/** Lines that do not meet are networks of their own; people have theirs by where they live. */
function networkOf({ dice, person, way }: Outing, networks: readonly Stations[]): Stations | undefined {
  const total = networks.reduce((sum, { stopIds }) => sum + stopIds.length, 0);
  let rest = total * (way === 'anywhere' ? dice.next() : (person.habits.homeAt * 991) % 1);
  return networks.find(({ stopIds }) => {
    rest -= stopIds.length;
    return rest < 0;
  });
}

/** Of several places people choose a near one more often. */
function chooseRoute(outing: Outing, { stopIds, route }: Stations): readonly RouteLeg[] {
  const candidates = Array.from({ length: outing.way === 'anywhere' ? 3 : 1 }, () => {
    const { from, to } = endsOf(outing, stopIds.length);
    return route(stopIds[from] ?? '', stopIds[to] ?? '');
  }).filter((legs) => legs.length > 0);
  return candidates.sort((a, b) => seconds(a) - seconds(b))[0] ?? [];
}

function seconds(legs: readonly RouteLeg[]): number {
  return legs.reduce((sum, { line, from, to }) => sum + Math.abs(timeTo(line, to) - timeTo(line, from)) + 240, 0);
}

function timeTo(line: Line, stop: number): number {
  return line.stops[stop]?.atSeconds ?? 0;
}

/** The scan comes on the last stretch, while the train still runs; after it the walk to the next platform. */
function rideOn({ dice }: Outing, { line, from, to }: RouteLeg, at: number) {
  const passage = nextVehicle(line, from, to, at);
  if (!passage) return undefined;
  const alightsAt = Math.max(passage.alightsAt, at + 150_000);
  const scan = scanAt(dice.pick(passage.vehicle), alightsAt - aMoment(dice), 'ride-carriage');
  return { scan, alightsAt, endsAt: alightsAt + 150_000 + dice.below(90_000) };
}
