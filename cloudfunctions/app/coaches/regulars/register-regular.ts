import type { StaffCaller } from '@tongcheng/shared/caller';
import type { ManifestEvent } from '@tongcheng/shared/coaches/events';
import type { registerRegular as endpoint } from '@tongcheng/shared/coaches/regulars-api';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { type AttemptNeeds, takeAttempt } from '../../identity/attempts/take-attempt';
import type { UseCase } from '../../use-case';
import { asksAddresses } from '../coach-city';
import type { CoachNeeds } from '../deliver-events';
import { eventKey } from '../departure-event-record';
import { departureView } from '../departure-view';
import { manifestRow } from '../manifest-row';
import { addressesIn, isAddressed } from '../passenger-facts-typed';
import { readDeparture } from '../read-departure';
import { eventRecord, legOf, markOfStaff, recordEvents } from '../record-event';
import { type StaffDeparture, staffDeparture } from '../staff-departure';
import { isAhead } from '../told-in-time';
import { regularsOf, serviceOf } from './regular-record';

type Input = ParsedInputOf<typeof endpoint>;

/** Enough for every coach of a shift, too few to fill manifests with people who are not there. */
const registrationsADay = 300;

/**
 * L-07: staff register a regular by one tap, with the facts that the person's own record has, copied within the vault. An agreement that was withdrawn,
 * ran out or is of another service is as unknown as one that never was.
 */
export const registerRegular: UseCase<typeof endpoint, CoachNeeds & AttemptNeeds> = async (needs, caller, input) => {
  const { city, departureId } = input;
  if (isAhead(input.at, needs.clock.now())) return fail('clock-wrong');
  const found = await staffDeparture(needs, caller, input);
  if (!found.ok) return found;
  const { read, day, place } = found.value;
  if (read.manifest.departure.phase !== 'open') return fail('departure-left');
  if (asksAddresses(place.rules, read.opened?.destinationCity) && !isAddressed(input)) return fail('addresses-missing');
  if (caller.visitor) return fail('regular-unknown');
  const personId = await personOf(needs, found.value, input.regularId);
  if (personId === undefined) return fail('regular-unknown');
  if (!(await takeAttempt(needs, `coach-regular.${caller.staffId}`, registrationsADay))) return fail('too-many-tries');
  const recordId = eventKey(departureId, input.registrationId);
  const copied = await needs.vault.copyFacts(personId, day, recordId, addressesIn(input));
  if (!copied) return fail('regular-unknown');
  const record = recordOf(needs, caller, input, found.value, copied);
  const [answer] = await recordEvents(needs.store, [record]);
  if (answer === 'conflict') return fail('event-conflict');
  const after = await readDeparture(needs.store, city, departureId);
  const row = after.manifest.passengers.find(({ passenger }) => passenger === record.passenger);
  if (!row) return fail('event-conflict');
  return ok({
    row: manifestRow(day, after, row),
    departure: departureView(day, after, { rules: place.rules, now: needs.clock.now() }),
  });
};

async function personOf({ store, vault, clock }: CoachNeeds, { read }: StaffDeparture, regularId: string) {
  const service = await serviceOf(vault, read);
  if (!service) return undefined;
  return (await regularsOf(store, service.mark, clock.now())).find(({ _id }) => _id === regularId)?.personId;
}

function recordOf(
  { clock }: CoachNeeds,
  caller: StaffCaller,
  input: Input,
  { day }: StaffDeparture,
  { subject, sealed }: { readonly subject: string; readonly sealed: string },
) {
  const { city, departureId, registrationId: eventId, at, seat, regularId } = input;
  const event: ManifestEvent = {
    ...{ kind: 'registered', eventId, at, by: markOfStaff(caller), source: 'staff', regular: true },
    passenger: day.pseudonym(subject),
    ...(seat !== undefined && { seat }),
    ...legOf(input),
  };
  const sent = { at, regularId, seat: seat ?? '', ...legOf(input), ...addressesIn(input) };
  return eventRecord(day, { city, departureId, event, recordedAt: clock.now(), staffId: caller.staffId, sealed, sent });
}
