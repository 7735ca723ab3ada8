import type { Mode } from '@tongcheng/shared/venues/kinds';

/** A line of the bench's own world: how far its stops are apart, how often something comes. Nothing here is shared with the product's rides or tracing. */
export interface LinePlan {
  readonly lineId: string;
  readonly mode: Exclude<Mode, 'taxi'>;
  readonly stopIds: readonly string[];
  /** Seconds of travel between stops on a free road, and at each stop. */
  readonly travelSeconds: number;
  readonly dwellSeconds: number;
  /** Seconds that a vehicle rests at either end. */
  readonly layoverSeconds: number;
  readonly vehicles: number;
  /** Riders pass a station or dock before they board. */
  readonly hasStations: boolean;
  /** Runs to its timetable, which has room for that: it leaves no stop early. Others are where the traffic lets them. */
  readonly isPunctual: boolean;
  /** Codes inside each train; one code in the vehicle where there are none. */
  readonly carriages: number;
}

const stops = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at}`);

const busLine = (at: number): LinePlan => ({
  ...{ lineId: `bus-${at}`, mode: 'bus', stopIds: stops(`b${at}`, 18) },
  ...{
    travelSeconds: 95,
    dwellSeconds: 22,
    layoverSeconds: 420,
    vehicles: 5,
    hasStations: false,
    carriages: 0,
    isPunctual: false,
  },
});

const metroLine = (lineId: string, stopIds: readonly string[]): LinePlan => ({
  ...{ lineId, mode: 'metro', stopIds, travelSeconds: 115, dwellSeconds: 35 },
  ...{ layoverSeconds: 240, vehicles: 6, hasStations: true, carriages: 6, isPunctual: true },
});

const north = stops('mn', 12);
const east = stops('me', 11);

/** Six bus lines, a metro of two lines that cross, a tram, bus rapid transit, and a ferry. */
export const linePlans: readonly LinePlan[] = [
  ...Array.from({ length: 6 }, (_, at) => busLine(at)),
  metroLine('metro-n', north),
  metroLine('metro-e', [...east.slice(0, 5), 'mn-6', ...east.slice(5)]),
  {
    ...{ lineId: 'tram-1', mode: 'tram', stopIds: stops('t', 14), travelSeconds: 110, dwellSeconds: 28 },
    ...{ layoverSeconds: 300, vehicles: 5, hasStations: true, carriages: 0, isPunctual: true },
  },
  {
    ...{ lineId: 'brt-1', mode: 'brt', stopIds: stops('r', 16), travelSeconds: 100, dwellSeconds: 25 },
    ...{ layoverSeconds: 300, vehicles: 6, hasStations: true, carriages: 0, isPunctual: false },
  },
  {
    ...{ lineId: 'ferry-1', mode: 'ferry', stopIds: ['dock-0', 'dock-1'], travelSeconds: 900, dwellSeconds: 480 },
    ...{ layoverSeconds: 30, vehicles: 2, hasStations: true, carriages: 0, isPunctual: true },
  },
];
