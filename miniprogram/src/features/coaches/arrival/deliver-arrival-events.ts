import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { Phone } from '../../../client/phone';
import { arrivalBookRecord, changeBook } from './arrival-book';
import { openTrip } from './open-trip';

const maxBatch = 100;

/** Delivers what was verified on this phone. Two tabs take turns; an event sent twice is the same event. What is refused is said and goes. */
export const deliverArrivalEvents = ({
  crew,
  records,
  withLock,
}: Pick<Phone, 'crew' | 'records' | 'withLock'>): Promise<void> =>
  withLock('arrival-delivery', async () => {
    const deliveries = records.read(arrivalBookRecord).waiting.slice(0, maxBatch);
    if (deliveries.length === 0) return;
    const answer = await crew.call('coaches.deliver-arrival', { deliveries: [...deliveries] });
    if (!answer.ok) return;
    const answered = new Set(answer.value.items.map(({ eventId }) => eventId));
    const accepted = new Set(answer.value.items.flatMap(({ ok, eventId }) => (ok ? [eventId] : [])));
    const taken = deliveries.filter(({ event }) => accepted.has(event.eventId));
    const [refused] = answer.value.items.flatMap((item) => (item.ok ? [] : [item.failure]));
    changeBook(records, (book) => ({
      ...book,
      waiting: book.waiting.filter(({ event }) => !answered.has(event.eventId)),
      taken: [...(book.taken ?? []), ...taken],
      refused: refused ? { zh: refused.zh, en: refused.en } : null,
    }));
  });

/** Delivers what waits; once nothing does, the trip is looked at anew, with whoever was added and what others verified. */
export async function deliverAndLook(
  phone: Pick<Phone, 'crew' | 'records' | 'withLock'>,
): Promise<ArrivedFailure<string> | undefined> {
  const { records } = phone;
  const { waiting: before, taken: unseen = [] } = records.read(arrivalBookRecord);
  if (before.length === 0 && unseen.length === 0) return undefined;
  await deliverArrivalEvents(phone);
  const { open, waiting } = records.read(arrivalBookRecord);
  if (!open || waiting.length > 0) return undefined;
  const { city, departureId } = open.departure;
  return openTrip(phone, { by: 'departure', city, departureId });
}
