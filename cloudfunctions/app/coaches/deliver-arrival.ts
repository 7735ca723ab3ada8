import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { ArrivalDelivery } from '@tongcheng/shared/coaches/arrival-wire';
import { lastPlaceIn } from '@tongcheng/shared/coaches/reached-places';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import type { CoachNeeds } from './deliver-events';
import { answersOf } from './delivery-answers';
import type { DepartureEventRecord } from './departure-event-record';
import { checkTyped } from './passenger-facts-typed';
import { eventRecord, markOfStaff, recordEvents } from './record-event';
import { assistedRecord } from './register-for-passenger';
import { isOnlyStopOf, type StaffDeparture, staffDeparture } from './staff-departure';
import { isAhead } from './told-in-time';

/** L-08: what was verified on arrival, also by phones without network: each for itself, the same again has one effect. */
export const deliverArrival: UseCase<typeof api.deliverArrival, CoachNeeds> = async (needs, caller, { deliveries }) => {
  const told: [string, Result<void, api.DeliveryFailure>][] = [];
  for (const delivery of deliveries) told.push([delivery.event.eventId, await deliver(needs, caller, delivery)]);
  return ok(answersOf(told));
};

async function deliver(
  needs: CoachNeeds,
  caller: StaffCaller,
  delivery: ArrivalDelivery,
): Promise<Result<void, api.DeliveryFailure>> {
  if (isAhead(delivery.event.at, needs.clock.now())) return fail('clock-wrong');
  const found = await staffDeparture(needs, caller, delivery);
  if (!found.ok) return found;
  if (endsTrip(delivery) && isOnlyStopOf(found.value.read.opened, caller.city)) return fail('departure-not-yours');
  const record = recordOf(needs, caller, delivery, found.value);
  if (!record.ok) return record;
  const [answer] = await recordEvents(needs.store, [record.value]);
  return answer === 'conflict' ? fail('event-conflict') : ok(undefined);
}

/** What only the officer of its destination tells: at a stop passengers are ticked, and the coach goes on. */
const endsTrip = ({ event: { kind } }: ArrivalDelivery): boolean =>
  kind === 'arrived' || kind === 'closed' || kind === 'reopened';

function recordOf(
  { vault, clock }: CoachNeeds,
  caller: StaffCaller,
  { city, departureId, event }: ArrivalDelivery,
  { day, read: { opened } }: StaffDeparture,
): Result<DepartureEventRecord, 'name-refused' | 'document-refused' | 'phone-refused'> {
  const now = clock.now();
  if (event.kind === 'added') {
    const facts = checkTyped(event.whom, event, now);
    if (!facts.ok) return facts;
    // Who is added at a stop gets off there.
    const off = opened?.details && isOnlyStopOf(opened, caller.city) && lastPlaceIn(opened.details, caller.city);
    const leg = typeof off === 'number' ? { alightsAt: off } : {};
    const named = { city, departureId, registrationId: event.eventId, at: event.at, ...leg };
    return ok(assistedRecord({ vault, day, now }, caller, named, facts.value, true));
  }
  const kept = { ...event, by: markOfStaff(caller) };
  return ok(
    eventRecord(day, { city, departureId, event: kept, recordedAt: now, staffId: caller.staffId, sent: event }),
  );
}
