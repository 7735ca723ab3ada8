import type { EndpointInput } from '@tongcheng/shared/client';
import { signDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import type { Instant } from '@tongcheng/shared/time';
import { driverPost } from './coach-posts';
import { actId, type Moment } from './moment';
import type { CrewPerson, PlannedAct, PlannedDeparture } from './planned-departure';

type CrewEvent = EndpointInput<'coaches.deliver-events'>['deliveries'][number]['event'];
/** What the crew do for a departure. */
export type CrewAct = Extract<
  PlannedAct,
  { readonly kind: 'opens' | 'counts' | 'reschedules' | 'replaces' | 'leaves' | 'cancels' }
>;

/** The crew tell what they do, under ids that follow from the plan. */
export async function tellByCrew(moment: Moment, departure: PlannedDeparture, act: CrewAct): Promise<void> {
  const desk = await moment.deskOf(driverPost(departure));
  if (!desk) return moment.tally.count('coaches.deliver-events', 'no-session');
  const { city, departureId } = departure;
  const event = eventOf(departure, act, actId(moment, departure, act.at, act.kind));
  const answer = await desk.client.call('coaches.deliver-events', { deliveries: [{ city, departureId, event }] });
  if (!answer.ok) return moment.tally.count('coaches.deliver-events', answer.failure.code);
  for (const item of answer.value.items)
    moment.tally.count(`crew ${act.kind}`, item.ok ? undefined : item.failure.code);
}

/** The code that the crew's phone shows, signed without a network; undefined while they have no session. */
export async function departureCodeOf(
  moment: Moment,
  departure: PlannedDeparture,
  more: { readonly plate?: string; readonly demonstration?: boolean } = {},
): Promise<string | undefined> {
  const signing = (await moment.deskOf(driverPost(departure)))?.signing;
  if (!signing) return undefined;
  const { city, departureId } = departure;
  return signDepartureCode(Buffer.from(signing.key, 'hex'), {
    ...{ city, departureId, sessionId: signing.keyId },
    plate: more.plate ?? departure.plate,
    demonstration: more.demonstration ?? false,
    asksAddresses: wantsAddresses(moment, departure),
  });
}

/** L-03: whether passengers of a departure state two addresses. */
export const wantsAddresses = ({ province }: Pick<Moment, 'province'>, { destination }: PlannedDeparture): boolean =>
  destination.city !== undefined && province.asksAddressesTo.includes(destination.city);

function eventOf(departure: PlannedDeparture, act: CrewAct, eventId: string): CrewEvent {
  const { at } = act;
  switch (act.kind) {
    case 'opens':
      return opened(departure, at);
    case 'counts':
      return { kind: 'aboard-counted', eventId, at, aboard: act.aboard };
    case 'reschedules':
      return { kind: 'rescheduled', eventId, at, departsAt: act.departsAt };
    case 'replaces':
      return { kind: 'coach-replaced', eventId, at, crew: crewOf(departure, act.plate) };
    case 'leaves':
      return { kind: 'departed', eventId, at, ...(act.reason !== undefined && { reason: act.reason }) };
    case 'cancels':
      return { kind: 'cancelled', eventId, at, reason: act.reason };
  }
}

function opened(departure: PlannedDeparture, at: Instant): CrewEvent {
  const { departureId, origin, destination, service, serviceNumber, departsAt, aboard, plate, toldBy } = departure;
  return {
    ...{ kind: 'opened', eventId: departureId, at, crew: crewOf(departure, plate), aboard, service, serviceNumber },
    ...{ departsAt, origin, destination, stops: [] },
    ...(toldBy === 'visitor' && { outside: true }),
  };
}

const crewOf = ({ driver, attendant }: PlannedDeparture, plate: string) => ({
  plate,
  driver: copyOf(driver),
  ...(attendant && { attendant: copyOf(attendant) }),
});

const copyOf = ({ name, phone }: CrewPerson) => ({ name, phone });
