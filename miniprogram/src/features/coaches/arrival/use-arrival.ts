import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { ArrivalDelivery } from '@tongcheng/shared/coaches/arrival-wire';
import { newId } from '@tongcheng/shared/ids';
import { useEffect, useState } from 'react';
import { usePhone, useRecord } from '../../../client/phone';
import { onNetworkBack } from '../../../platform/network/network';
import { arrivalBookRecord, changeBook } from './arrival-book';
import { deliverAndLook } from './deliver-arrival-events';
import { openTrip, type Sought } from './open-trip';

type Untold<E> = E extends unknown ? Omit<E, 'eventId' | 'at'> : never;
/** What an officer tells; the id and the moment are put on here. */
export type Verified = Untold<ArrivalDelivery['event']>;

const everyMs = 5_000;

/** The trip that is being verified on this phone (L-08): opened with a network, ticked without one. */
export function useArrival() {
  const phone = usePhone();
  const book = useRecord(arrivalBookRecord);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ArrivedFailure<string>>();
  const open = async (sought: Sought): Promise<void> => {
    setBusy(true);
    setFailure(await openTrip(phone, sought));
    setBusy(false);
  };
  const tell = async (told: Verified): Promise<void> => {
    if (!book.open) return;
    const { city, departureId } = book.open.departure;
    const bytes = await phone.randomBytes(10);
    const at = phone.clock.now();
    const event = { ...told, eventId: newId(at, () => bytes), at };
    changeBook(phone.records, (held) => ({ ...held, waiting: [...held.waiting, { city, departureId, event }] }));
    setFailure(await deliverAndLook(phone));
  };
  const leave = () => changeBook(phone.records, (held) => ({ ...held, open: null, taken: [], refused: null }));
  useEffect(() => {
    const deliver = () => void deliverAndLook(phone).catch(() => undefined);
    phone.records
      .recover(arrivalBookRecord)
      .then(deliver)
      .catch(() => undefined);
    const timer = setInterval(deliver, everyMs);
    const stop = onNetworkBack(deliver);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [phone]);
  return { book, busy, failure, open, tell, leave };
}
