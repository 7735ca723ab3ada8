import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { CrewDelivery } from '@tongcheng/shared/coaches/wire';
import { idTime } from '@tongcheng/shared/ids';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { dayMs, dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { type CoachCityNeeds, coachCity } from './coach-city';
import { keptCrewEvent } from './crew-event';
import { answersOf } from './delivery-answers';
import { departureDay, departureEvents, eventKey } from './departure-event-record';
import { listedClass } from './fleet/fleet-of';
import { eventRecord, markOfStaff, recordEvents } from './record-event';
import { isAhead, openDay } from './told-in-time';
import { asVisitor } from './visitor-opens';

/** What telling of departures takes. */
export interface CoachNeeds extends CoachCityNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly clock: Clock;
}

/**
 * Crews tell of their departures, from phones that may have been without network for hours: each event for itself, in any order; the same again
 * has one effect. What happened is kept whatever state it meets; the manifest says what follows.
 */
export const deliverEvents: UseCase<typeof api.deliverEvents, CoachNeeds> = async (needs, caller, { deliveries }) => {
  const told: [string, Result<void, api.DeliveryFailure>][] = [];
  for (const delivery of deliveries) told.push([delivery.event.eventId, await deliver(needs, caller, delivery)]);
  return ok(answersOf(told));
};

async function deliver(
  needs: CoachNeeds,
  caller: StaffCaller,
  { city, departureId, event }: CrewDelivery,
): Promise<Result<void, api.DeliveryFailure>> {
  const now = needs.clock.now();
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  if (isAhead(event.at, now)) return fail('clock-wrong');
  const day = await openDay(needs.vault, city, departureId, now);
  if (!day.ok) return day;
  const by = markOfStaff(caller);
  const opened = await needs.store.get(departureEvents, eventKey(departureId, departureId));
  if (opened && (opened.by !== by || opened.city !== city)) return fail('departure-not-yours');
  if (event.kind === 'opened' && dayOf(event.departsAt) !== departureDay(departureId))
    return fail('departure-day-differs');
  if (event.kind === 'rescheduled' && Math.abs(event.departsAt - idTime(departureId)) > dayMs)
    return fail('departure-day-differs');
  if ((event.kind === 'opened') !== (event.eventId === departureId)) return fail('event-conflict');
  const marked = asVisitor(caller, city, event);
  if (!marked) return fail('departure-not-yours');
  const lineClass =
    marked.kind === 'opened' && caller.operatorId !== undefined
      ? await listedClass(needs, caller.operatorId, marked)
      : undefined;
  const kept = keptCrewEvent(day.value, departureId, by, marked, lineClass);
  const record = eventRecord(day.value, {
    ...{ city, departureId, recordedAt: now, staffId: caller.staffId, sent: event },
    ...kept,
  });
  const [answer] = await recordEvents(needs.store, [record]);
  return answer === 'conflict' ? fail('event-conflict') : ok(undefined);
}
