import type { Phone } from '../../../client/phone';
import { crewBookRecord, noteAnswers } from './crew-book';

const maxBatch = 50;

/** Delivers what this phone holds of departures. Two tabs take turns; an event sent twice is the same event. */
export const deliverCrewEvents = ({
  crew,
  records,
  withLock,
}: Pick<Phone, 'crew' | 'records' | 'withLock'>): Promise<void> =>
  withLock('crew-delivery', async () => {
    const deliveries = records.read(crewBookRecord).waiting.slice(0, maxBatch);
    if (deliveries.length === 0) return;
    const answer = await crew.call('coaches.deliver-events', { deliveries: [...deliveries] });
    if (!answer.ok) return;
    const { items } = answer.value;
    const taken = items.flatMap((item) => (item.ok ? [item.eventId] : []));
    const refused = items.flatMap((item) => {
      const delivery = deliveries.find(({ event }) => event.eventId === item.eventId);
      return item.ok || !delivery ? [] : [{ delivery, reason: { zh: item.failure.zh, en: item.failure.en } }];
    });
    noteAnswers(records, taken, refused);
  });
