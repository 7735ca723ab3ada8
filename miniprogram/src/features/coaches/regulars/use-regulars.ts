import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { listRegulars } from '@tongcheng/shared/coaches/regulars-api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { newId } from '@tongcheng/shared/ids';
import { useState } from 'react';
import { usePhone } from '../../../client/phone';
import { changeHelped, withTaken } from '../helped/helped-book';
import type { JourneyPart } from '../leg-choice';
import type { StatedAddresses } from '../use-departure';

/** The regulars of a departure's service who are not registered yet. */
export type Regulars = OutputOf<typeof listRegulars>['regulars'];

/** Asks who agreed, when staff open the list, and registers one; what was taken is held with whoever this phone registered by document. */
export function useRegulars({ city, departureId }: { readonly city: string; readonly departureId: string }) {
  const { crew, clock, randomBytes, records } = usePhone();
  const [regulars, setRegulars] = useState<Regulars>();
  const [failure, setFailure] = useState<ArrivedFailure<string>>();
  const [busy, setBusy] = useState(false);
  const fetch = async () => {
    setBusy(true);
    const answer = await crew.call('coaches.list-regulars', { city, departureId });
    setBusy(false);
    if (answer.ok) setRegulars(answer.value.regulars);
    setFailure(answer.ok ? undefined : answer.failure);
  };
  /** Whether they were taken. */
  const register = async (regularId: string, stated: Partial<StatedAddresses> & JourneyPart): Promise<boolean> => {
    setBusy(true);
    const bytes = await randomBytes(10);
    const at = clock.now();
    const registrationId = newId(at, () => bytes);
    const input = { registrationId, city, departureId, at, regularId, ...stated };
    const answer = await crew.call('coaches.register-regular', input);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return false;
    const { maskedName, maskedDocument } = answer.value.row;
    changeHelped(records, (book) => withTaken(book, { departureId, registrationId, maskedName, maskedDocument, at }));
    setRegulars((held) => held?.filter((each) => each.regularId !== regularId));
    return true;
  };
  return { regulars, failure, busy, fetch, register, close: () => setRegulars(undefined) };
}
