import type { DayDeparture, listDayDepartures as endpoint } from '@tongcheng/shared/coaches/officials-api';
import { maskPlate } from '@tongcheng/shared/identity/masks';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { CoachRules } from '@tongcheng/shared/venues/coach-rules';
import type { DayVault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { coachCity } from './coach-city';
import { type ConfirmedNeeds, confirmations } from './confirmed-by';
import type { CoachNeeds } from './deliver-events';
import { departureView } from './departure-view';
import { departuresOfDay } from './departures-of-day';
import { departureFrom, type ReadDeparture } from './read-departure';
import { ticketFigures } from './ticketing/tickets-for';

/** Departures that leave a city on a day, for its bureau. No key is made for a day of which nobody told anything. */
export const listDayDepartures: UseCase<typeof endpoint, CoachNeeds & ConfirmedNeeds> = async (
  needs,
  caller,
  { city, day, limit, after },
) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const departures: DayDeparture[] = [];
  const confirmedBy = confirmations(needs);
  let vault: DayVault | undefined;
  for await (const records of departuresOfDay(needs.store, city, day, after)) {
    const [{ departureId } = { departureId: '' }] = records;
    const last = departures.at(-1)?.departureId;
    if (departures.length === limit && last !== undefined) return ok({ departures, next: last, forgotten: false });
    vault ??= await needs.vault.day(city, day, 'coach');
    if (!vault) return ok({ departures: [], forgotten: true });
    const read = departureFrom(city, departureId, records);
    const [confirmed, sold] = await Promise.all([confirmedBy(read), ticketFigures(needs.store, read)]);
    departures.push({ ...maskedView(vault, read, place.value.rules, sold), ...(confirmed && { confirmed }) });
  }
  return ok({ departures, forgotten: false });
};

/** A departure as officials see it. */
export function maskedView(
  vault: DayVault,
  read: ReadDeparture,
  rules: CoachRules,
  tickets: Pick<DayDeparture, 'tickets'> = {},
): DayDeparture {
  const view = departureView(vault, read, rules, tickets);
  return view.plate === undefined ? view : { ...view, plate: maskPlate(view.plate) };
}
