import { metresBetween } from '../rides/distance';
import type { CoachMap } from '../venues/coach-settings';

type CityOnMap = CoachMap['cities'][number];

/** Two cities with nothing of the map between them. */
type Road = readonly [CityOnMap, CityOnMap];

/** Coaches do not always take the shortest way; one that is a quarter longer they do not. */
const longestDetour = 5 / 4;

/**
 * The roads that a coach may take from one city to another: those of each way that is not much longer than the shortest; around a bay, not across it.
 * The straight line where no road leads there.
 */
export function roadsBetween(map: CoachMap, from: CityOnMap, to: CityOnMap): readonly Road[] {
  const roads = roadsOf(map);
  const [fromHere, toThere] = [metresFrom(from, roads), metresFrom(to, roads)];
  const shortest = fromHere.get(to.city);
  if (from.city === to.city || shortest === undefined) return [[from, to]];
  return roads.filter(([one, other]) => {
    const length = metresBetween(one, other);
    const ways = [
      [one, other],
      [other, one],
    ] as const;
    return ways.some(([first, last]) => {
      const whole = (fromHere.get(first.city) ?? far) + length + (toThere.get(last.city) ?? far);
      return whole <= shortest * longestDetour;
    });
  });
}

const far = Number.POSITIVE_INFINITY;

function roadsOf({ cities, roads }: CoachMap): readonly Road[] {
  const byCode = new Map(cities.map((each) => [each.city, each]));
  return roads.flatMap(([one, other]): readonly Road[] => {
    const [first, last] = [byCode.get(one), byCode.get(other)];
    return first && last ? [[first, last]] : [];
  });
}

/** Metres over the roads from a city to every other that they reach. Gone over until nothing gets shorter: some dozen cities. */
function metresFrom({ city }: CityOnMap, roads: readonly Road[]): ReadonlyMap<string, number> {
  const metres = new Map([[city, 0]]);
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (const [one, other] of roads)
      for (const [first, last] of [[one, other] as const, [other, one] as const]) {
        const there = (metres.get(first.city) ?? far) + metresBetween(first, last);
        if (there >= (metres.get(last.city) ?? far)) continue;
        metres.set(last.city, there);
        isShorter = true;
      }
  }
  return metres;
}
