import type { EndpointInput } from '@tongcheng/shared/client';
import { minuteMs } from '@tongcheng/shared/time';
import { officerPost } from './coach-posts';
import { actId, type Moment } from './moment';
import { typedOf } from './passenger-acts';
import type { PlannedAct, PlannedDeparture } from './planned-departure';

type Delivery = EndpointInput<'coaches.deliver-arrival'>['deliveries'][number];
type Verifies = Extract<PlannedAct, { readonly kind: 'verifies' }>;

/** L-08: the officer of the city of arrival opens the trip, ticks who is there, adds who stands on no list, and closes. */
export async function verifyArrival(moment: Moment, departure: PlannedDeparture, act: Verifies): Promise<void> {
  const { city, departureId, destination } = departure;
  const desk = await moment.deskOf(officerPost(moment.province, destination.city ?? ''));
  if (!desk) return moment.tally.count('coaches.open-arrival', 'no-session');
  const opened = await desk.client.call('coaches.open-arrival', { sought: { by: 'departure', city, departureId } });
  if (!opened.ok) return moment.tally.count('coaches.open-arrival', opened.failure.code);
  const passengers = opened.value.rows.filter(({ onArrival }) => !onArrival).map(({ passenger }) => passenger);
  const events = eventsOf(moment, departure, act, passengers);
  const deliveries = events.map((event): Delivery => ({ city, departureId, event }));
  const answer = await desk.client.call('coaches.deliver-arrival', { deliveries });
  if (!answer.ok) return moment.tally.count('coaches.deliver-arrival', answer.failure.code);
  for (const item of answer.value.items)
    moment.tally.count('officer verifies', item.ok ? undefined : item.failure.code);
}

function eventsOf(
  moment: Moment,
  departure: PlannedDeparture,
  { at, found: { absent, added, closes } }: Verifies,
  passengers: readonly string[],
): Delivery['event'][] {
  const id = (what: string) => actId(moment, departure, at, 'verifies', what);
  // Each a second after the one before, as thumbs are.
  const looks = passengers.map((passenger, nth): Delivery['event'] => ({
    ...{ kind: nth >= passengers.length - absent ? 'absent' : 'present', eventId: id(passenger), passenger },
    at: at + nth * 1_000,
  }));
  const strangers = added.map((person, nth): Delivery['event'] => ({
    ...{ kind: 'added', eventId: id(`added ${nth}`), at: at + 2 * minuteMs },
    whom: { ...typedOf(person), phone: person.phone },
  }));
  return [
    { kind: 'arrived', eventId: id('arrived'), at: at - minuteMs },
    ...looks,
    ...strangers,
    ...(closes ? [{ kind: 'closed', eventId: id('closed'), at: at + 3 * minuteMs } as const] : []),
  ];
}
