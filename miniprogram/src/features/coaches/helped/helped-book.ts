import type { registerForPassenger } from '@tongcheng/shared/coaches/api';
import type { InputOf } from '@tongcheng/shared/endpoint';
import type { Text } from '@tongcheng/shared/text';
import { hasFields, type PhoneRecord, type Records, withNew } from '../../../client/records';

/** Somebody without a phone as staff registered them (L-07). */
export type HelpedPassenger = InputOf<typeof registerForPassenger>;

/** One that was taken: masked, for whoever typed it to compare, and to withdraw. */
export interface TakenPassenger {
  readonly departureId: string;
  readonly registrationId: string;
  readonly maskedName: string;
  readonly maskedDocument: string;
  readonly at: number;
}

/** Who was registered on this phone: what waits to be delivered, oldest first; what was taken, newest first; why one was refused, by its id. */
export interface HelpedBook {
  readonly waiting: readonly HelpedPassenger[];
  readonly taken: readonly TakenPassenger[];
  readonly refused: Readonly<Record<string, Text>>;
}

const mostTaken = 60;

/** Where it is kept; without a network it outlives the app. Names and numbers leave the phone's storage once they are delivered. */
export const helpedBookRecord: PhoneRecord<HelpedBook> = {
  key: 'tc.coach-helped',
  empty: { waiting: [], taken: [], refused: {} },
  is: (value): value is HelpedBook =>
    hasFields(value, 'waiting', 'taken', 'refused') && Array.isArray(value.waiting) && Array.isArray(value.taken),
  merged: (one, other) => ({
    waiting: withNew(one.waiting, other.waiting, ({ registrationId }) => registrationId),
    taken: withNew(one.taken, other.taken, ({ registrationId }) => registrationId).slice(0, mostTaken),
    refused: { ...other.refused, ...one.refused },
  }),
};

/** Changes what is held by a function of what it is. */
export const changeHelped = (records: Records, step: (book: HelpedBook) => HelpedBook): void =>
  records.write(helpedBookRecord, step(records.read(helpedBookRecord)));

/** The book once one passenger was taken. */
export const withTaken = (book: HelpedBook, taken: TakenPassenger): HelpedBook => ({
  ...book,
  waiting: book.waiting.filter(({ registrationId }) => registrationId !== taken.registrationId),
  taken: [taken, ...book.taken.filter(({ registrationId }) => registrationId !== taken.registrationId)].slice(
    0,
    mostTaken,
  ),
});

/** The book once one passenger was refused. */
export const withRefused = (book: HelpedBook, id: string, reason: Text): HelpedBook => ({
  ...book,
  waiting: book.waiting.filter(({ registrationId }) => registrationId !== id),
  refused: { ...book.refused, [id]: reason },
});
