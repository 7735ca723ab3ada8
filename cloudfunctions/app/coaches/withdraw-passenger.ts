import type * as api from '@tongcheng/shared/coaches/api';
import type { ManifestEvent } from '@tongcheng/shared/coaches/events';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { readDeparture } from './read-departure';
import { eventRecord, markOfAccount, recordEvents } from './record-event';
import { departureOfCode, type ResolveNeeds } from './resolve-departure';
import { scannedDeparture } from './scanned-departure';

/**
 * A passenger does not ride after all: withdrawn by the account that registered them, until the coach leaves, by the code of the coach before it was
 * replaced too. Both stay recorded.
 */
export const withdrawPassenger: UseCase<typeof api.withdrawPassenger, ResolveNeeds> = async (needs, caller, input) => {
  const found = await departureOfCode(needs, input.code);
  if (!found.ok) return found;
  const { read, day, ended } = found.value;
  if (ended && ended !== 'departure-code-replaced') return fail(ended);
  const by = markOfAccount(day, caller.accountId);
  const { registrationId: registration, withdrawalId: eventId } = input;
  const isOwn = read.records.some(
    ({ kind, event }) => kind === 'registered' && event.eventId === registration && event.by === by,
  );
  if (!isOwn) return fail('registration-unknown');
  if (read.manifest.departure.phase === 'departed') return fail('departure-left');
  const now = needs.clock.now();
  const event: ManifestEvent = { kind: 'withdrawn', eventId, at: now, by, registration };
  const { city, departureId } = read;
  const record = eventRecord(day, { city, departureId, event, recordedAt: now, sent: registration });
  const [answer] = await recordEvents(needs.store, [record]);
  if (answer === 'conflict') return fail('event-conflict');
  const after = { ...found.value, read: await readDeparture(needs.store, city, departureId) };
  return ok(await scannedDeparture(needs, after, caller));
};
