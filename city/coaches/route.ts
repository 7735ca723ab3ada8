import type { Place } from '@tongcheng/shared/coaches/wire';
import type { Dice } from '../chance';
import { beijing, neighbours, type PlaceBeyond, platesOf, sights, weightOf } from './map';
import type { ToldBy } from './planned-departure';
import type { CoachProvince, ProvinceCity, ProvinceStation } from './province';

/** What makes a departure unlike the ordinary one. */
export type Kind =
  | 'ordinary'
  | 'charter'
  | 'visitor'
  | 'to-beijing'
  | 'replaced'
  | 'rescheduled'
  | 'cancelled'
  | 'forgotten'
  | 'added-late'
  | 'copied'
  | 'on-paper'
  | 'ledger-lost';

/** Of twenty-five departures: each kind is there on a day of so many. */
const kinds: Readonly<Record<number, Kind>> = {
  3: 'charter',
  7: 'on-paper',
  8: 'visitor',
  11: 'to-beijing',
  14: 'replaced',
  17: 'rescheduled',
  18: 'ledger-lost',
  19: 'forgotten',
  20: 'cancelled',
  22: 'added-late',
};

/** Of a hundred departures the code of one is copied to another coach, in the morning when many see it. */
const copiedOrder = 34;

/** The kind of a departure of the day. */
export const kindOf = (order: number): Kind =>
  order % 100 === copiedOrder ? 'copied' : (kinds[order % 25] ?? 'ordinary');

/** From where to where, and who tells of it. */
export interface CoachRoute {
  readonly from: ProvinceCity;
  readonly station: ProvinceStation;
  readonly origin: Place;
  readonly destination: Place;
  readonly toldBy: ToldBy;
  /** The station registers on paper alone: the crew confirms the coach, its passengers stand in the ledger that follows (L-09). */
  readonly isOnPaper: boolean;
  /** The first two signs of the plate. */
  readonly plates: string;
}

const isPaperKind = (order: number): boolean => kindOf(order) === 'on-paper' || kindOf(order) === 'ledger-lost';

const isOnPaperAlone = ({ ways }: ProvinceStation): boolean => ways.every((way) => way === 'ledger');

/** Every second departure goes around the cities, so that each has some; the others leave where most people live. */
export function routeOf(dice: Dice, { cities }: CoachProvince, order: number): CoachRoute {
  const around = cities[Math.floor(order / 2) % cities.length];
  const papers = cities.flatMap((city) =>
    city.stations.filter(isOnPaperAlone).map((station) => ({ from: city, station })),
  );
  const weighted = dice.weighted(cities.map((each) => [each, weightOf(each.city)] as const));
  const usual = (order % 2 === 0 ? around : undefined) ?? weighted;
  const { from, station } = isPaperKind(order)
    ? dice.pick(papers)
    : { from: usual, station: dice.pick(usual.stations) };
  const origin = placeAt(from, station);
  const others = cities.filter(({ city }) => city !== from.city);
  const to = dice.weighted(others.map((each) => [each, weightOf(each.city)] as const));
  const isOnPaper = isPaperKind(order) || (kindOf(order) === 'ordinary' && isOnPaperAlone(station));
  const destination = placeAt(to, dice.pick(to.stations));
  const line = { from, station, origin, destination, plates: platesOf(from.city), isOnPaper };
  const beyond = dice.pick(neighbours);
  const sight = dice.pick(sights.filter(({ city }) => city !== from.city));
  const isPaper = !isOnPaper && station.ways.includes('ledger') && dice.happens(0.5);
  switch (kindOf(order)) {
    case 'charter':
      return { ...line, destination: placeBeyond(sight), toldBy: 'operator' };
    case 'visitor':
      return { ...line, destination: placeBeyond(beyond), plates: platesOf(beyond.city), toldBy: 'visitor' };
    case 'to-beijing':
      return { ...line, destination: placeBeyond(beijing), toldBy: 'operator' };
    case 'ordinary':
      return { ...line, toldBy: isPaper ? 'ledger' : 'operator' };
    default:
      return { ...line, toldBy: 'operator' };
  }
}

const placeBeyond = ({ city, name }: PlaceBeyond): Place => ({ name, city });

const placeAt = ({ city }: ProvinceCity, { stationId, name }: ProvinceStation): Place => ({
  name: name.zh,
  city,
  stationId,
});
