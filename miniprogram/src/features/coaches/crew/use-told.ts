import type { CrewDelivery } from '@tongcheng/shared/coaches/wire';
import { newId } from '@tongcheng/shared/ids';
import { usePhone } from '../../../client/phone';
import { crewNow, type HeldDeparture, keepChanged, keepEvent } from './crew-book';
import { deliverCrewEvents } from './deliver-crew-events';
import { useSeen } from './use-seen';

/** What a crew tell of a departure after they confirmed it; the id and the moment are put on here. */
export type Telling = Untold<Extract<CrewDelivery['event'], { kind: ToldKind }>>;
type ToldKind = 'aboard-counted' | 'departed' | 'cancelled' | 'withdrawn';
type Untold<E> = E extends unknown ? Omit<E, 'eventId' | 'at'> : never;

/** How far a departure is, asked anew every two seconds while it is looked at, and what the crew tell of it: kept first, then delivered. */
export function useTold(held: HeldDeparture) {
  const { city, departureId } = held;
  const phone = usePhone();
  const { seen, isStale, ask } = useSeen({ city, departureId });
  const toldNow = async () => {
    const bytes = await phone.randomBytes(10);
    const at = phone.clock.now();
    return { eventId: newId(at, () => bytes), at };
  };
  const tell = async (told: Telling) => {
    keepEvent(phone.records, { city, departureId, event: { ...told, ...(await toldNow()) } });
    await deliverCrewEvents(phone);
    await ask();
  };
  /** Another coach or crew runs it from now on, with the code that holds then. */
  const replace = async (replaced: HeldDeparture) => {
    const event = { kind: 'coach-replaced', ...(await toldNow()), crew: crewNow(replaced) } as const;
    keepChanged(phone.records, replaced, { city, departureId, event });
    await deliverCrewEvents(phone);
    await ask();
  };
  /** It leaves at another time. */
  const reschedule = async (departsAt: number) => {
    const event = { kind: 'rescheduled', ...(await toldNow()), departsAt } as const;
    keepChanged(phone.records, { ...held, departsAt }, { city, departureId, event });
    await deliverCrewEvents(phone);
    await ask();
  };
  return { seen, isStale, ask, tell, replace, reschedule };
}
