import type { PartnerCaller } from '@tongcheng/shared/caller';
import { serviceMark } from '@tongcheng/shared/coaches/ticketing/tickets';
import type { HandedTicket, TicketFailure } from '@tongcheng/shared/coaches/ticketing-api';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { cityScope, speaksFor } from '@tongcheng/shared/scope';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { DayVault, PassengerFacts } from '../../../vault/vault';
import { coachCity } from '../coach-city';
import type { CoachNeeds } from '../deliver-events';
import { checkTyped } from '../passenger-facts-typed';
import { aheadDays } from '../told-in-time';
import type { TicketRecord } from './ticket-record';

type SoldTicket = Extract<HandedTicket, { kind: 'sold' }>;

/** Tickets come so many days after their day of travel at most: systems that were away catch up. */
const lateDays = 2;

/** The number of a ticket on its day, whoever sold it. */
export const markOfNumber = (day: DayVault, ticketNumber: string): string => day.pseudonym(`ticket:${ticketNumber}`);

/** A ticket as it is kept, or why it is not: of a city that the partner does not speak for, of a day too far, or with facts that cannot be. */
export async function ticketOf(
  needs: CoachNeeds,
  { partnerId, scopes }: PartnerCaller,
  told: HandedTicket,
): Promise<Result<TicketRecord, TicketFailure>> {
  const { city, ticketNumber, version } = told;
  if (!speaksFor(scopes, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const now = needs.clock.now();
  const day = told.kind === 'sold' ? dayOf(told.departsAt) : told.day;
  if (day < addDays(dayOf(now), -lateDays) || day > addDays(dayOf(now), aheadDays)) return fail('ticket-day-refused');
  const vault = await needs.vault.day(city, day, 'coach');
  if (!vault) return fail('ticket-day-refused');
  const record: TicketRecord = {
    _id: `${day}.${vault.pseudonym(`ticket:${partnerId}:${ticketNumber}`)}`,
    ...{ day, city, partnerId, version, recordedAt: now },
    digest: vault.pseudonym(`sent:${JSON.stringify(told)}`),
  };
  if (told.kind === 'cancelled') return ok(record);
  const facts = checkTyped(told.passenger, told, now);
  return facts.ok ? ok(sold(needs, vault, record, told, facts.value)) : fail(facts.failure.code);
}

function sold(
  { vault }: CoachNeeds,
  day: DayVault,
  record: TicketRecord,
  { serviceNumber, departsAt, channel, stationId, seat, ticketNumber }: SoldTicket,
  facts: PassengerFacts,
): TicketRecord {
  return {
    ...record,
    ...{ service: serviceMark(serviceNumber), departsAt, channel },
    ...(stationId !== undefined && { stationId }),
    ...(seat !== undefined && { seat }),
    passenger: day.pseudonym(vault.subjectOf(facts.documentKind, facts.documentNumber)),
    number: markOfNumber(day, ticketNumber),
    sealed: day.sealFacts(record._id, facts),
  };
}
