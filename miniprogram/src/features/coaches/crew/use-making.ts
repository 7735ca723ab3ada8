import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { dayOf } from '@tongcheng/shared/time';
import { usePhone } from '../../../client/phone';
import { type HeldDeparture, keepDeparture } from './crew-book';
import { deliverCrewEvents } from './deliver-crew-events';
import { type DepartureForm, isWholeForm } from './departure-form';
import { makeDeparture } from './make-departure';

/** Makes a departure out of a form and keeps it, to be delivered when there is a network; undefined where the form is not whole. */
export function useMaking(session: StaffSession, places: OutputOf<typeof listPlaces>) {
  const phone = usePhone();
  return async (form: DepartureForm): Promise<HeldDeparture | undefined> => {
    const now = phone.clock.now();
    if (!isWholeForm(form, dayOf(now))) return undefined;
    const made = makeDeparture(form, session, places, now, await phone.randomBytes(10));
    if (!made) return undefined;
    keepDeparture(phone.records, made);
    deliverCrewEvents(phone).catch(() => undefined);
    return made;
  };
}
