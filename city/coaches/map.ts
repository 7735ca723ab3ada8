import { minuteMs } from '@tongcheng/shared/time';
import type { Dice } from '../chance';

/** What the simulation knows of a city beside its files: where it lies, the first signs of its plates, how much runs there. */
interface CityOnMap {
  readonly lat: number;
  readonly lng: number;
  readonly plates: string;
  /** Share of the province's departures, in parts. */
  readonly weight: number;
}

const on = (lat: number, lng: number, plates: string, weight: number): CityOnMap => ({ lat, lng, plates, weight });

/** Cities of Liaoning, and beyond it those that its coaches run to. */
const map: Readonly<Record<string, CityOnMap>> = {
  210100: on(41.8, 123.43, '辽A', 9),
  210200: on(38.91, 121.61, '辽B', 8),
  210300: on(41.11, 122.99, '辽C', 4),
  210400: on(41.88, 123.96, '辽D', 3),
  210500: on(41.29, 123.77, '辽E', 2),
  210600: on(40, 124.35, '辽F', 3),
  210700: on(41.1, 121.13, '辽G', 3),
  210800: on(40.67, 122.24, '辽H', 3),
  210900: on(42.02, 121.67, '辽J', 2),
  211000: on(41.27, 123.24, '辽K', 2),
  211100: on(41.12, 122.07, '辽L', 2),
  211200: on(42.29, 123.84, '辽M', 2),
  211300: on(41.57, 120.45, '辽N', 3),
  211400: on(40.71, 120.84, '辽P', 2),
  110000: on(39.9, 116.4, '京B', 0),
  220100: on(43.82, 125.32, '吉A', 0),
  150500: on(43.65, 122.24, '蒙G', 0),
  130300: on(39.94, 119.6, '冀C', 0),
};

/** A place beyond the province that coaches run to and come from; a city, since the lists hold no station there. */
export interface PlaceBeyond {
  readonly city: string;
  readonly name: string;
  readonly en: string;
}

/** Beijing, towards which addresses are asked for (L-03), stands first. */
export const beijing: PlaceBeyond = { city: '110000', name: '北京', en: 'Beijing' };
/** Neighbours whose coaches come for a day and go home. */
export const neighbours: readonly PlaceBeyond[] = [
  { city: '220100', name: '长春', en: 'Changchun' },
  { city: '150500', name: '通辽', en: 'Tongliao' },
  { city: '130300', name: '秦皇岛', en: 'Qinhuangdao' },
];

/** Where charters go. */
export const sights: readonly PlaceBeyond[] = [
  { city: '210300', name: '千山风景区', en: 'Qianshan' },
  { city: '210200', name: '金石滩', en: 'Golden Pebble Beach' },
  { city: '210500', name: '本溪水洞', en: 'Benxi Water Cave' },
  { city: '211100', name: '红海滩', en: 'Red Beach' },
  { city: '210600', name: '鸭绿江断桥', en: 'Yalu River Broken Bridge' },
  { city: '211400', name: '兴城古城', en: 'Xingcheng old town' },
];

/** Every place that is none of the lists. */
export const placesBeyond: readonly PlaceBeyond[] = [beijing, ...neighbours, ...sights];

const unknown = on(41.8, 123.43, '辽A', 1);

/** Parts of the province's departures that leave a city. */
export const weightOf = (city: string): number => (map[city] ?? unknown).weight;
/** The first two signs of plates of a city. */
export const platesOf = (city: string): string => (map[city] ?? unknown).plates;

/** Where people of a city are, some kilometres around its centre. */
export function somewhereIn(city: string, dice: Dice): { readonly lat: number; readonly lng: number } {
  const { lat, lng } = map[city] ?? unknown;
  const near = () => (dice.next() - 0.5) / 5;
  return { lat: Number((lat + near()).toFixed(3)), lng: Number((lng + near()).toFixed(3)) };
}

/** Of some cities the one that lies farthest from two others: where a copied code is farthest from its way. */
export function farthestFrom(from: string, to: string, cities: readonly string[]): string {
  const away = (city: string) => Math.min(travelMs(from, city), travelMs(to, city));
  return cities.reduce((best, each) => (away(each) > away(best) ? each : best), from);
}

const kmOfDegree = 111;
/** Roads are longer than the straight line, and coaches stop on the way. */
const minutesOfKm = (1.3 / 75) * 60;
const leavingTownMinutes = 20;

/** How long a coach takes from one city to another. */
export function travelMs(from: string, to: string): number {
  const [a, b] = [map[from] ?? unknown, map[to] ?? unknown];
  const eastward = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180);
  const km = kmOfDegree * Math.hypot(a.lat - b.lat, eastward);
  return Math.round(leavingTownMinutes + km * minutesOfKm) * minuteMs;
}
