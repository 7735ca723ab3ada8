import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { ManifestEvent } from '@tongcheng/shared/coaches/events';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import type { DayVault, PassengerFacts, Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { asksAddresses, coachCity } from './coach-city';
import type { CoachNeeds } from './deliver-events';
import { type DepartureEventRecord, eventKey } from './departure-event-record';
import { departureView } from './departure-view';
import { manifestRow } from './manifest-row';
import { checkTyped, isAddressed } from './passenger-facts-typed';
import { type ReadDeparture, readDeparture } from './read-departure';
import { eventRecord, legOf, markOfStaff, recordEvents } from './record-event';
import { isTheirs } from './staff-departure';
import { ticketFigures } from './ticketing/tickets-for';
import { isAhead, openDay } from './told-in-time';

type Input = ParsedInputOf<typeof api.registerForPassenger>;

/**
 * L-07: crew or station staff register somebody without a phone, by the document in their hand; with who registered. A crew may do so before their own
 * confirmation has arrived. Nobody is enrolled and no person is met by it.
 */
export const registerForPassenger: UseCase<typeof api.registerForPassenger, CoachNeeds> = async (
  needs,
  caller,
  input,
) => {
  const now = needs.clock.now();
  const { city, departureId } = input;
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  if (isAhead(input.at, now)) return fail('clock-wrong');
  const day = await openDay(needs.vault, city, departureId, now);
  if (!day.ok) return day;
  const read = await readDeparture(needs.store, city, departureId);
  const refused = refusalOf(caller, read);
  if (refused) return fail(refused);
  if (asksAddresses(place.value.rules, read.opened?.destinationCity) && !isAddressed(input))
    return fail('addresses-missing');
  const facts = checkTyped(input.whom, input, now);
  if (!facts.ok) return facts;
  const record = assistedRecord({ vault: needs.vault, day: day.value, now }, caller, input, facts.value);
  const [answer] = await recordEvents(needs.store, [record]);
  if (answer === 'conflict') return fail('event-conflict');
  const after = await readDeparture(needs.store, city, departureId);
  const row = after.manifest.passengers.find(({ passenger }) => passenger === record.passenger);
  if (!row) return fail('event-conflict');
  const tickets = await ticketFigures(needs.store, after);
  const departure = departureView(day.value, after, { rules: place.value.rules, now, tickets });
  return ok({ row: manifestRow(day.value, after, row), departure });
};

/** Crews may be ahead of their own confirmation; station staff see departures that were confirmed. */
function refusalOf(
  caller: StaffCaller,
  { opened }: ReadDeparture,
): 'departure-unknown' | 'departure-not-yours' | undefined {
  const isCrew = caller.role === 'driver' || caller.role === 'attendant';
  if (!opened) return isCrew ? undefined : 'departure-unknown';
  return isTheirs(caller, opened) ? undefined : 'departure-not-yours';
}

/** A registration by staff as it is kept. */
export function assistedRecord(
  { vault, day, now }: { readonly vault: Vault; readonly day: DayVault; readonly now: number },
  caller: StaffCaller,
  input: Pick<Input, 'city' | 'departureId' | 'registrationId' | 'at' | 'seat' | 'boardsAt' | 'alightsAt'>,
  facts: PassengerFacts,
  onArrival = false,
): DepartureEventRecord {
  const { city, departureId, registrationId: eventId, at, seat } = input;
  const event: ManifestEvent = {
    ...{ kind: 'registered', eventId, at, by: markOfStaff(caller), source: 'staff' },
    passenger: day.pseudonym(vault.subjectOf(facts.documentKind, facts.documentNumber)),
    ...(seat !== undefined && { seat }),
    ...legOf(input),
    ...(onArrival && { onArrival }),
  };
  const sealed = day.sealFacts(eventKey(departureId, eventId), facts);
  const sent = { at, seat: seat ?? '', facts, ...legOf(input) };
  return eventRecord(day, { city, departureId, event, recordedAt: now, staffId: caller.staffId, sealed, sent });
}
