import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { openArrival } from '@tongcheng/shared/coaches/api';
import type { ArrivalDelivery } from '@tongcheng/shared/coaches/arrival-wire';
import type { InputOf } from '@tongcheng/shared/endpoint';
import { newId } from '@tongcheng/shared/ids';
import { useEffect, useState } from 'react';
import { usePhone, useRecord } from '../../../client/phone';
import { onNetworkBack } from '../../../platform/network/network';
import { arrivalBookRecord, changeBook } from './arrival-book';
import { deliverArrivalEvents } from './deliver-arrival-events';

/** How a trip is looked for. */
export type Sought = InputOf<typeof openArrival>['sought'];
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
    const answer = await phone.crew.call('coaches.open-arrival', { sought });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) changeBook(phone.records, (held) => ({ ...held, open: answer.value }));
  };
  const tell = async (told: Verified): Promise<void> => {
    if (!book.open) return;
    const { city, departureId } = book.open.departure;
    const bytes = await phone.randomBytes(10);
    const at = phone.clock.now();
    const event = { ...told, eventId: newId(at, () => bytes), at };
    changeBook(phone.records, (held) => ({ ...held, waiting: [...held.waiting, { city, departureId, event }] }));
    await deliverArrivalEvents(phone);
    if (phone.records.read(arrivalBookRecord).waiting.length === 0) await open({ by: 'departure', city, departureId });
  };
  const leave = () => changeBook(phone.records, (held) => ({ ...held, open: null, refused: null }));
  useEffect(() => {
    const deliver = () => void deliverArrivalEvents(phone).catch(() => undefined);
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
