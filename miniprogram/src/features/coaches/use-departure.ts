import type { ScannedDeparture, Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { newId } from '@tongcheng/shared/ids';
import { useRef } from 'react';
import { usePhone } from '../../client/phone';
import { useMutation } from '../../client/use-mutation';
import { useQuery } from '../../client/use-query';
import type { JourneyPart } from './leg-choice';

/** The addresses that some destinations ask for. */
export interface StatedAddresses {
  readonly addressBefore: string;
  readonly addressThere: string;
}

/** The departure of a scanned code, and what a passenger does there; a retry has the id of the first try, so that it is the same registration. */
export function useDeparture(code: string) {
  const { clock, randomBytes } = usePhone();
  const { value, failure, fetch, put } = useQuery((rider) => rider.call('coaches.look-at-departure', { code }), {
    key: code,
  });
  const sending = useMutation();
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
    for (const whom of whoms) {
      const registrationId = await idFor(JSON.stringify([whom, addresses, leg, replaces]));
      const answer = await sending.send((rider) =>
        rider.call('coaches.register-passenger', {
          ...{ registrationId, code, whom },
          ...addresses,
          ...leg,
          ...(replaces !== undefined && { replaces }),
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
  return { departure: value, failure, fetch, register, withdraw, busy: sending.busy, trouble: sending.failure };
}

/** What {@link useDeparture} gives once the departure is there. */
export type AtDeparture = Omit<ReturnType<typeof useDeparture>, 'departure'> & { readonly departure: ScannedDeparture };
