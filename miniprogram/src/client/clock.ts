import type { Instant } from '@tongcheng/shared/time';
import type { PhoneRecord, Records } from './records';

/** The phone's clock as the server has corrected it. */
export interface CorrectedClock {
  now(): Instant;
  /** What is added to the phone's own clock; nought until the server found it wrong. */
  offsetMs(): number;
  /** Takes the server's time as the truth, after a `clock-wrong` answer. */
  correct(serverAt: Instant): void;
}

const offset: PhoneRecord<number> = {
  key: 'tc.clock-offset',
  empty: 0,
  is: (value): value is number => typeof value === 'number' && Number.isInteger(value),
};

/** A clock that remembers its correction, also after the app is closed. */
export const createClock = (records: Records, phoneNow: () => Instant): CorrectedClock => ({
  now: () => phoneNow() + records.read(offset),
  offsetMs: () => records.read(offset),
  correct: (serverAt) => records.write(offset, Math.round(serverAt - phoneNow())),
});
