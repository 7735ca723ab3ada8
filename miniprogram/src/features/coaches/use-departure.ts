import type { ScannedDeparture, Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { newId } from '@tongcheng/shared/ids';
import { useEffect, useRef } from 'react';
import { usePhone, useRecord } from '../../client/phone';
import { answerPosition } from '../../client/phone-position';
import { useMutation } from '../../client/use-mutation';
import { useQuery } from '../../client/use-query';
import type { JourneyPart } from './leg-choice';
import { isOwnCode, otherCoaches, ownCoachesRecord, withCoach, withEnded } from './own-coaches';
import { isDeadCode, useDepartureNews } from './use-departure-news';
import { useLatePlaces } from './use-late-places';

/** The addresses that some destinations ask for. */
export interface StatedAddresses {
  readonly addressBefore: string;
  readonly addressThere: string;
}

/** Keeps which coaches this phone registered somebody for, and gives those of the same hours as this one. */
function useOtherCoaches(code: string, seen: ScannedDeparture | undefined, isDead: boolean) {
  const { clock, records } = usePhone();
  const held = useRecord(ownCoachesRecord);
  useEffect(() => {
    const before = records.read(ownCoachesRecord);
    if (seen) records.write(ownCoachesRecord, withCoach(before, code, seen, clock.now()));
    else if (isDead) records.write(ownCoachesRecord, withEnded(before, code, clock.now()));
  }, [records, clock, code, seen, isDead]);
  return { others: seen ? otherCoaches(held, seen) : [], isOwn: isOwnCode(held, code) };
}

/** The departure of a scanned code, and what a passenger does there; a retry has the id of the first try, so that it is the same registration. */
export function useDeparture(code: string) {
  const { clock, randomBytes, records, position } = usePhone();
  const { value, failure, fetch, put } = useQuery((rider) => rider.call('coaches.look-at-departure', { code }), {
    key: code,
  });
  const sending = useMutation();
  const news = (departure: ScannedDeparture) => {
    sending.reached();
    put(departure);
  };
  const ended = useDepartureNews({ code, seen: value, busy: sending.busy, put: news });
  // By the code of a coach that was replaced they ride with the one that runs now.
  const told = value?.ended?.code === 'departure-code-replaced' ? undefined : value?.ended;
  const isDead = [ended, failure, told].some((each) => each !== undefined && isDeadCode(each.code));
  const { others, isOwn } = useOtherCoaches(code, ended || told ? undefined : value, isDead);
  const over = ended ?? (told?.code === 'departure-cancelled' ? told : undefined);
  const keepPlace = useLatePlaces(code, value);
  const ids = useRef(new Map<string, string>());
  const idFor = async (what: string) => {
    const bytes = await randomBytes(10);
    const id = ids.current.get(what) ?? newId(clock.now(), () => bytes);
    ids.current.set(what, id);
    return id;
  };
  /** Whether all of them were taken; what was taken before a refusal stays. `replaces`: what they take the place of. */
  const register = async (
    whoms: readonly Whom[],
    addresses: StatedAddresses | undefined,
    leg: JourneyPart,
    replaces?: string,
  ): Promise<boolean> => {
    // Whoever registers without having ticked the offer has answered it.
    answerPosition(records);
    const where = position.latest('coach');
    for (const whom of whoms) {
      const registrationId = await idFor(JSON.stringify([whom, addresses, leg, replaces]));
      const registration = {
        ...{ registrationId, code, whom },
        ...addresses,
        ...leg,
        ...(replaces !== undefined && { replaces }),
      };
      const position = value?.phase === 'planned' ? undefined : where;
      const answer = await sending.send((rider) =>
        rider.call('coaches.register-passenger', { ...registration, ...(position && { position }) }),
      );
      if (!answer.ok) return false;
      if (where && !position) keepPlace(registration, where);
      put(answer.value);
    }
    return true;
  };
  const withdraw = async (registrationId: string): Promise<void> => {
    const withdrawalId = await idFor(`withdrawn ${registrationId}`);
    const answer = await sending.send((rider) =>
      rider.call('coaches.withdraw-passenger', { withdrawalId, code, registrationId }),
    );
    if (!answer.ok) return;
    // Registered again it is another registration.
    ids.current.clear();
    put(answer.value);
  };
  const { busy, failure: trouble } = sending;
  return { departure: value, ended: over, isOwn, others, failure, fetch, register, withdraw, busy, trouble };
}

/** What {@link useDeparture} gives once the departure is there. */
export type AtDeparture = Omit<ReturnType<typeof useDeparture>, 'departure'> & { readonly departure: ScannedDeparture };
