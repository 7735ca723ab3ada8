import type { findDepartures as endpoint } from '@tongcheng/shared/coaches/extracts-api';
import { extractDays } from '@tongcheng/shared/coaches/extracts-api';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { type Day, daysFrom } from '@tongcheng/shared/time';
import type { UseCase } from '../../use-case';
import { coachCity } from '../coach-city';
import type { CoachNeeds } from '../deliver-events';
import { maskedView } from '../list-day-departures';
import { arrivingDepartures } from './arriving-departures';
import { soughtDepartures } from './sought-departures';

/** More are not looked at on one screen. */
const maxFound = 200;

/** Whether days can be asked about together. */
export const isPeriod = (from: Day, to: Day): boolean => from <= to && daysFrom(from, to).length <= extractDays;

/** L-11: departures that leave a city or reach it, by plate, service number, station and days, ledgers among them; plates masked, no name of anybody. */
export const findDepartures: UseCase<typeof endpoint, CoachNeeds> = async (needs, caller, input) => {
  const { city, from, to, direction, ...sought } = input;
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  if (!isPeriod(from, to)) return fail('extract-period-refused');
  const [departures, forgottenDays]: [DayDeparture[], Day[]] = [[], []];
  const walk = direction === 'arriving' ? arrivingDepartures : soughtDepartures;
  for await (const found of walk(needs, city, daysFrom(from, to), sought)) {
    if ('forgotten' in found) forgottenDays.push(found.forgotten);
    else if (departures.length === maxFound) return ok({ departures, more: true, forgottenDays });
    else departures.push(maskedView(found.vault, found.read, { rules: place.value.rules, now: needs.clock.now() }));
  }
  return ok({ departures, more: false, forgottenDays });
};
