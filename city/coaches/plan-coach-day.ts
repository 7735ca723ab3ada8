import { newId } from '@tongcheng/shared/ids';
import type { Day } from '@tongcheng/shared/time';
import { type Dice, diceOf } from '../chance';
import { chineseName } from '../people/names';
import { demonstrationPhone } from '../people/numbers';
import type { Person } from '../people/person';
import { plannedTime } from './hours';
import { farthestFrom, travelMs } from './map';
import { actsOf } from './plan-acts';
import type { CrewPerson, PlannedDeparture } from './planned-departure';
import type { CoachProvince } from './province';
import { kindOf, routeOf } from './route';

/** What a day of coaches follows from: the same always gives the same day. */
export interface CoachDayNeeds {
  readonly seed: string;
  readonly day: Day;
  readonly province: CoachProvince;
  readonly people: readonly Person[];
  /** Departures of the day. */
  readonly departures: number;
}

/** Phones of crews lie above those of all people. */
const crewPhonesFrom = 800_000;
const [fewest, more, ofCharter] = [3, 6, 14];

/** The departures of a day, in the order of time. Nobody rides twice on one day while there are people enough. */
export function planCoachDay(needs: CoachDayNeeds): readonly PlannedDeparture[] {
  const { seed, day, people, departures } = needs;
  const runs = new Map<string, number>();
  let taken = diceOf(seed, 'first passenger', day).below(Math.max(1, people.length));
  const take = (count: number): readonly Person[] =>
    Array.from({ length: count }, () => {
      taken += 1;
      return people[taken % people.length];
    }).flatMap((person) => person ?? []);
  return Array.from({ length: departures }, (_, order) => {
    const dice = diceOf(seed, 'departure', day, order);
    const departure = planDeparture(needs, order, dice, take);
    const run = runs.get(departure.city) ?? 0;
    runs.set(departure.city, run + 1);
    return { ...departure, run };
  });
}

function planDeparture(
  { seed, day, province, departures }: CoachDayNeeds,
  order: number,
  dice: Dice,
  take: (count: number) => readonly Person[],
): PlannedDeparture {
  const kind = kindOf(order);
  const { from, origin, destination, toldBy, plates, isOnPaper } = routeOf(dice, province, order);
  const departsAt = plannedTime(day, order, departures);
  const arrivesAt = departsAt + travelMs(from.city, destination.city ?? from.city);
  const people = take(kind === 'charter' ? ofCharter : fewest + dice.below(more));
  const strangers = kind === 'added-late' ? take(1 + dice.below(2)) : kind === 'copied' ? take(3) : [];
  const elsewhere = farthestFrom(
    from.city,
    destination.city ?? from.city,
    province.cities.map(({ city }) => city),
  );
  const isVerified = province.cities.some(({ city }) => city === destination.city);
  const crew = (offset: number): CrewPerson => ({
    name: chineseName(diceOf(seed, 'crew', from.city, order, offset)),
    phone: demonstrationPhone(crewPhonesFrom + 2 * order + offset),
  });
  const spare = plateOf(plates, diceOf(seed, 'spare', day, order));
  const planning = { dice, order, kind, isPaper: toldBy === 'ledger', isOnPaper, departsAt, arrivesAt, isVerified };
  return {
    departureId: newId(departsAt, diceOf('ids', seed, 'departure', day, order).bytes),
    ...{ order, run: 0, toldBy, city: from.city, origin, destination, departsAt, arrivesAt },
    service: kind === 'charter' ? 'charter' : 'line',
    serviceNumber: `${plates.charAt(1)}${String(1_001 + order)}`,
    plate: plateOf(plates, diceOf(seed, 'plate', order, from.city)),
    driver: crew(0),
    ...(dice.happens(0.4) && { attendant: crew(1) }),
    aboard: people.length,
    acts: actsOf({ ...planning, spare, people, strangers, elsewhere }),
  };
}

/** An ordinary plate, which here is nobody's. */
const plateOf = (plates: string, dice: Dice): string => plates + String(10_000 + dice.below(90_000));
