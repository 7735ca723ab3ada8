import type { CrewDelivery, DepartureView } from '@tongcheng/shared/coaches/wire';
import { newId } from '@tongcheng/shared/ids';
import { useCallback, useEffect, useState } from 'react';
import { usePhone } from '../../../client/phone';
import { useInFront } from '../../../platform/view/in-front';
import { crewNow, type HeldDeparture, keepEvent, keepReplacement } from './crew-book';
import { deliverCrewEvents } from './deliver-crew-events';

/** What a crew tell of a departure after they confirmed it; the id and the moment are put on here. */
export type Telling = Untold<Extract<CrewDelivery['event'], { kind: ToldKind }>>;
type ToldKind = 'aboard-counted' | 'departed' | 'cancelled' | 'withdrawn';
type Untold<E> = E extends unknown ? Omit<E, 'eventId' | 'at'> : never;

/** People look at the number while others scan (L-10: at once). */
const everyMs = 2_000;

/** How far a departure is, asked anew every two seconds while it is looked at, and what the crew tell of it: kept first, then delivered. */
export function useTold({ city, departureId }: HeldDeparture) {
  const phone = usePhone();
  const [seen, setSeen] = useState<DepartureView>();
  const [isStale, setStale] = useState(false);
  const inFront = useInFront();
  const ask = useCallback(async () => {
    const answer = await phone.crew.call('coaches.get-manifest', { city, departureId });
    if (answer.ok) setSeen(answer.value.departure);
    setStale(!answer.ok);
  }, [phone, city, departureId]);
  useEffect(() => {
    if (!inFront) return undefined;
    ask();
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, [ask, inFront]);
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
    keepReplacement(phone.records, replaced, { city, departureId, event });
    await deliverCrewEvents(phone);
    await ask();
  };
  return { seen, isStale, ask, tell, replace };
}
