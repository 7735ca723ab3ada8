import type { openArrival } from '@tongcheng/shared/coaches/api';
import type { ArrivalDelivery } from '@tongcheng/shared/coaches/arrival-wire';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { Text } from '@tongcheng/shared/text';
import { hasFields, type PhoneRecord, type Records, withNew } from '../../../client/records';

/** A manifest as it was opened, masked. */
export type OpenTrip = OutputOf<typeof openArrival>;

/** What this phone holds of arrivals: the trip that is open, what waits to be delivered, oldest first, and what was refused last. */
export interface ArrivalBook {
  readonly open: OpenTrip | null;
  readonly waiting: readonly ArrivalDelivery[];
  /** What the service took and `open` does not show yet. Absent in books of earlier releases. */
  readonly taken?: readonly ArrivalDelivery[];
  readonly refused: Text | null;
}

/** Where it is kept: a trip that was opened is verified without a network too. */
export const arrivalBookRecord: PhoneRecord<ArrivalBook> = {
  key: 'tc.arrival-book',
  empty: { open: null, waiting: [], refused: null },
  is: (value): value is ArrivalBook => hasFields(value, 'open', 'waiting', 'refused') && Array.isArray(value.waiting),
  merged: (one, other) => ({
    ...one,
    open: one.open ?? other.open,
    waiting: withNew(one.waiting, other.waiting, ({ event }) => event.eventId),
    taken: withNew(one.taken ?? [], other.taken ?? [], ({ event }) => event.eventId),
  }),
};

/** Changes what is held by a function of what it is. */
export const changeBook = (records: Records, step: (book: ArrivalBook) => ArrivalBook): void =>
  records.write(arrivalBookRecord, step(records.read(arrivalBookRecord)));
