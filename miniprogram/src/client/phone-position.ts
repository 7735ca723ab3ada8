import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import { hasFields, type PhoneRecord, type Records } from './records';

/** What a place goes with. */
type PositionUse = 'scan' | 'coach';

/** Whether the rider lets a rough place go along: no, until they say yes to words that name what it goes with. */
export interface PositionChoice {
  /** With scans. */
  readonly allowed: boolean;
  /** With registrations for a coach. Who has answered is not asked again. */
  readonly coaches: 'unasked' | 'yes' | 'no';
}

/** What the rider said of it. */
export const positionRecord: PhoneRecord<PositionChoice> = {
  key: 'tc.position',
  empty: { allowed: false, coaches: 'unasked' },
  added: { coaches: 'unasked' },
  is: (value): value is PositionChoice =>
    hasFields(value, 'allowed', 'coaches') && typeof value.allowed === 'boolean' && typeof value.coaches === 'string',
};

/** The answer to a question that named both. */
export const positionChoice = (on: boolean): PositionChoice => ({ allowed: on, coaches: on ? 'yes' : 'no' });

/** The same choice for scans, another for coaches. */
export const withCoaches = (choice: PositionChoice, coaches: 'yes' | 'no'): PositionChoice => ({ ...choice, coaches });

/** Whether a place goes with anything. */
export const isPositionAllowed = ({ allowed, coaches }: PositionChoice): boolean => allowed || coaches === 'yes';

/** Who was asked by words that name coaches and ticked nothing has answered. */
export function answerPosition(records: Records): void {
  const choice = records.read(positionRecord);
  if (choice.coaches === 'unasked') records.write(positionRecord, withCoaches(choice, 'no'));
}

/** The phone's place, as far as rider and platform allow it. Nothing waits for it. */
export interface PhonePosition {
  /** Asks the platform, if the rider allows it for this; what it says is there for the next scan or registration. */
  refresh(use: PositionUse): void;
  /** The place of the last two minutes; undefined when there is none, or the rider does not allow it for this. */
  latest(use: PositionUse): RoughPosition | undefined;
}

interface PositionNeeds {
  readonly records: Records;
  readonly phoneNow: () => Instant;
  readonly read: () => Promise<RoughPosition | undefined>;
}

const freshMs = 2 * minuteMs;

/** The place of this phone, unknown at first. A platform that gave none is not asked again until the app is opened anew. */
export function createPhonePosition({ records, phoneNow, read }: PositionNeeds): PhonePosition {
  const isAllowed = (use: PositionUse) => {
    const { allowed, coaches } = records.read(positionRecord);
    return use === 'scan' ? allowed : coaches === 'yes';
  };
  let [isAsking, isRefused] = [false, false];
  let held: { readonly position: RoughPosition; readonly at: Instant } | undefined;
  const isFresh = (now: Instant) => held !== undefined && Math.abs(now - held.at) < freshMs;
  const ask = async () => {
    isAsking = true;
    const position = await read().catch(() => undefined);
    isAsking = false;
    isRefused = position === undefined;
    held = position && { position, at: phoneNow() };
  };
  return {
    refresh: (use) => {
      if (isAllowed(use) && !isAsking && !isRefused && !isFresh(phoneNow())) ask().catch(() => undefined);
    },
    latest: (use) => (isAllowed(use) && isFresh(phoneNow()) ? held?.position : undefined),
  };
}
