import type { ScannedDeparture, Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { newId } from '@tongcheng/shared/ids';
import { useEffect, useRef } from 'react';
import { usePhone, useRecord } from '../../client/phone';
import { answerPosition } from '../../client/phone-position';
import { useMutation } from '../../client/use-mutation';
import { useQuery } from '../../client/use-query';
import type { JourneyPart } from './leg-choice';
import { otherCoaches, ownCoachesRecord, withCoach, withoutCode } from './own-coaches';
import { useDepartureNews } from './use-departure-news';

/** The addresses that some destinations ask for. */
export interface StatedAddresses {
  readonly addressBefore: string;
  readonly addressThere: string;
}

/** Refusals after which nobody rides on this departure by this code, whatever its page said before. */
const overs: ReadonlySet<string> = new Set(['departure-cancelled', 'departure-past']);

/** Keeps which coaches this phone registered somebody for, and gives those of the same hours as this one. */
function useOtherCoaches(code: string, seen: ScannedDeparture | undefined, isDead: boolean) {
  const { clock, records } = usePhone();
  const held = useRecord(ownCoachesRecord);
  useEffect(() => {
    const before = records.read(ownCoachesRecord);
    if (seen) records.write(ownCoachesRecord, withCoach(before, code, seen, clock.now()));
    else if (isDead) records.write(ownCoachesRecord, withoutCode(before, code));
  }, [records, clock, code, seen, isDead]);
  return seen ? otherCoaches(held, seen) : [];
}

/** The departure of a scanned code, and what a passenger does there; a retry has the id of the first try, so that it is the same registration. */
export function useDeparture(code: string) {
  const { clock, randomBytes, records, position } = usePhone();
  const { value, failure, fetch, put } = useQuery((rider) => rider.call('coaches.look-at-departure', { code }), {
    key: code,
  });
  const sending = useMutation();
  const ended = useDepartureNews({ code, seen: value, busy: sending.busy, put });
  const isOver = failure !== undefined && (failure.retry === 'never' || overs.has(failure.code));
  const isDead = ended !== undefined || isOver;
  // Looked at before the code is struck off: whoever registered here is told so although the service no longer says it.
  const wasOwn = useRef(records.read(ownCoachesRecord).coaches.some((each) => each.code === code)).current;
  const others = useOtherCoaches(code, ended ? undefined : value, isDead);
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
      const answer = await sending.send((rider) =>
        rider.call('coaches.register-passenger', {
          ...{ registrationId, code, whom },
          ...addresses,
          ...leg,
          ...(replaces !== undefined && { replaces }),
          ...(where && { position: where }),
        }),
      );
      if (!answer.ok) return false;
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
  return { departure: value, ended, wasOwn, others, failure, fetch, register, withdraw, busy, trouble };
}

/** What {@link useDeparture} gives once the departure is there. */
export type AtDeparture = Omit<ReturnType<typeof useDeparture>, 'departure'> & { readonly departure: ScannedDeparture };
