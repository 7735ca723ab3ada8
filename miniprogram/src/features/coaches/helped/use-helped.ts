import { newId } from '@tongcheng/shared/ids';
import type { Text } from '@tongcheng/shared/text';
import { useEffect } from 'react';
import { usePhone, useRecord } from '../../../client/phone';
import { onNetworkBack } from '../../../platform/network/network';
import { deliverHelped } from './deliver-helped';
import { changeHelped, type HelpedPassenger, helpedBookRecord } from './helped-book';

const everyMs = 5_000;

/** What staff type of a passenger; the id and the moment are put on here. */
export type HelpedTyped = Omit<HelpedPassenger, 'registrationId' | 'at' | 'city' | 'departureId'>;

/** Registers people without a phone for one departure: kept first, delivered then; while it is open, what waits is delivered. */
export function useHelped({ city, departureId }: { readonly city: string; readonly departureId: string }) {
  const phone = usePhone();
  const book = useRecord(helpedBookRecord);
  const isHere = (each: { readonly departureId: string }) => each.departureId === departureId;
  useEffect(() => {
    const deliver = () => void deliverHelped(phone).catch(() => undefined);
    phone.records
      .recover(helpedBookRecord)
      .then(deliver)
      .catch(() => undefined);
    const timer = setInterval(deliver, everyMs);
    const stop = onNetworkBack(deliver);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [phone]);
  /** Why it was refused; undefined where it was taken, or waits for a network. */
  const register = async (typed: HelpedTyped): Promise<Text | undefined> => {
    const bytes = await phone.randomBytes(10);
    const at = phone.clock.now();
    const registrationId = newId(at, () => bytes);
    changeHelped(phone.records, (held) => ({
      ...held,
      waiting: [...held.waiting, { ...typed, city, departureId, registrationId, at }],
    }));
    await deliverHelped(phone);
    const { [registrationId]: reason, ...refused } = phone.records.read(helpedBookRecord).refused;
    if (reason) changeHelped(phone.records, (held) => ({ ...held, refused }));
    return reason;
  };
  const forget = (id: string) =>
    changeHelped(phone.records, (held) => ({
      ...held,
      taken: held.taken.filter(({ registrationId }) => registrationId !== id),
    }));
  return { taken: book.taken.filter(isHere), waiting: book.waiting.filter(isHere).length, register, forget };
}
