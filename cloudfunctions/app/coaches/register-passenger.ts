import type { RiderCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { ManifestEvent } from '@tongcheng/shared/coaches/events';
import { offRouteOf } from '@tongcheng/shared/coaches/off-route';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { asksAddresses } from './coach-city';
import { eventKey } from './departure-event-record';
import { noteOffRoute } from './note-off-route';
import { isAddressed } from './passenger-facts-typed';
import { type KeptPassenger, passengerOf } from './passenger-of';
import { readDeparture } from './read-departure';
import { eventRecord, legOf, markOfAccount, recordEvents } from './record-event';
import { type ResolvedDeparture, type ResolveNeeds, resolveDeparture } from './resolve-departure';
import { scannedDeparture } from './scanned-departure';
import { ticketHolder } from './ticketing/ticket-holder';

type Input = ParsedInputOf<typeof api.registerPassenger>;

/**
 * L-03 to L-05: a passenger is registered for the coach whose code was scanned. Never refused for being one too many, nor because the coach has left:
 * both are said. A demonstration departure fills no manifest. The same registration again has one effect.
 */
export const registerPassenger: UseCase<typeof api.registerPassenger, ResolveNeeds> = async (needs, caller, input) => {
  const found = await resolveDeparture(needs, input.code);
  if (!found.ok) return found;
  const { code, read, day, place } = found.value;
  const isAsked = code.asksAddresses || asksAddresses(place.rules, read.opened?.destinationCity);
  const { whom } = input;
  const isTicket = whom.by === 'ticket' || whom.by === 'ticket-number';
  if (isAsked && !isTicket && !isAddressed(input)) return fail('addresses-missing');
  if (code.demonstration) return ok(await scannedDeparture(needs, found.value, caller));
  const refused = refusedCorrection(found.value, caller, input);
  if (refused) return fail(refused);
  const recordId = eventKey(read.departureId, input.registrationId);
  const told = { recordId, addresses: input };
  const passenger = isTicket
    ? await ticketHolder(needs, caller, whom, { ...told, found: found.value, isAsked })
    : await passengerOf(needs, caller, whom, { ...told, day });
  if (!passenger.ok) return passenger;
  const record = recordOf(found.value, caller, input, passenger.value, needs.clock.now());
  const [answer] = await recordEvents(needs.store, [record]);
  if (answer === 'conflict') return fail('event-conflict');
  if (answer === 'same') await noteOffRoute(needs.store, record);
  const after = { ...found.value, read: await readDeparture(needs.store, read.city, read.departureId) };
  return ok(await scannedDeparture(needs, after, caller));
};

/** Only what the same account registered is corrected, and only until the coach leaves. */
function refusedCorrection({ read, day }: ResolvedDeparture, { accountId }: RiderCaller, { replaces }: Input) {
  if (replaces === undefined) return undefined;
  const by = markOfAccount(day, accountId);
  const isOwn = read.records.some(
    ({ kind, event }) => kind === 'registered' && event.eventId === replaces && event.by === by,
  );
  if (!isOwn) return 'registration-unknown';
  return read.manifest.departure.phase === 'departed' ? 'departure-left' : undefined;
}

/** A copied code in another coach is noticed where the phone says roughly where it is and the crew said where they go; of the place nothing else is kept. */
function offRouteIn({ read, place }: ResolvedDeparture, { position }: Input) {
  const journey = read.opened?.details;
  const { map } = place.rules;
  return position && journey && map && offRouteOf(position, journey, map);
}

function recordOf(
  found: ResolvedDeparture,
  { accountId }: RiderCaller,
  input: Input,
  { passenger, sealed, source, seat: ticketSeat }: KeptPassenger,
  now: number,
) {
  const { read, day } = found;
  const { registrationId, seat, replaces, whom, addressBefore, addressThere } = input;
  const leg = legOf(input);
  const offRoute = offRouteIn(found, input);
  const event: ManifestEvent = {
    ...{ kind: 'registered', eventId: registrationId, at: now, by: markOfAccount(day, accountId) },
    ...{ passenger, source },
    ...((seat ?? ticketSeat) !== undefined && { seat: seat ?? ticketSeat }),
    ...leg,
    ...(replaces !== undefined && { replaces }),
    ...(offRoute && { offRoute }),
  };
  const { city, departureId } = read;
  // Without the place, which a retry may have found meanwhile. The leg only where it is said, so that a retry from before it could be is still the same.
  const saidLeg = Object.keys(leg).length > 0 ? [leg] : [];
  const sent = [whom, seat ?? '', replaces ?? '', addressBefore ?? '', addressThere ?? '', ...saidLeg];
  return eventRecord(day, { city, departureId, event, recordedAt: now, sealed, sent });
}
