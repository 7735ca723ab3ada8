import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import { hasFields, type PhoneRecord, type Records } from './records';

/** A place as a scan carries it. */
export type RoughPosition = NonNullable<ScanInput['position']>;

/** Whether the rider lets scans carry a rough place: no, until they say yes. */
export const positionRecord: PhoneRecord<{ readonly allowed: boolean }> = {
  key: 'tc.position',
  empty: { allowed: false },
  is: (value): value is { readonly allowed: boolean } =>
    hasFields(value, 'allowed') && typeof value.allowed === 'boolean',
};

/** The phone's place, as far as rider and platform allow it. No scan waits for it. */
export interface PhonePosition {
  /** Asks the platform, if the rider allows it; what it says is there for the next scan. */
  refresh(): void;
  /** The place of the last two minutes; undefined when there is none, or the rider does not allow it. */
  latest(): RoughPosition | undefined;
}

interface PositionNeeds {
  readonly records: Records;
  readonly phoneNow: () => Instant;
  readonly read: () => Promise<RoughPosition | undefined>;
}

const freshMs = 2 * minuteMs;

/** The place of this phone, unknown at first. A platform that gave none is not asked again until the app is opened anew. */
export function createPhonePosition({ records, phoneNow, read }: PositionNeeds): PhonePosition {
  const isAllowed = () => records.read(positionRecord).allowed;
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
    refresh: () => {
      if (isAllowed() && !isAsking && !isRefused && !isFresh(phoneNow())) ask().catch(() => undefined);
    },
    latest: () => (isAllowed() && isFresh(phoneNow()) ? held?.position : undefined),
  };
}
