import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';

/** What a crew is reminded of: so many minutes are left, or the time is past. */
export interface Reminder {
  readonly minutesLeft: number;
  /** The threshold that was passed; a crew hears each once. */
  readonly threshold: number;
}

/** The reminder that is due: the departure is open and incomplete, and one of the province's times before it has come. Undefined when there is none. */
export function reminderDue(
  { phase, standing, departsAt }: Pick<DepartureView, 'phase' | 'standing' | 'departsAt'>,
  minutesBefore: readonly number[],
  now: Instant,
): Reminder | undefined {
  if (standing !== 'incomplete' || (phase !== 'open' && phase !== 'planned')) return undefined;
  const left = departsAt - now;
  const passed = [0, ...minutesBefore].filter((minutes) => left <= minutes * minuteMs);
  return passed.length === 0
    ? undefined
    : { minutesLeft: Math.max(0, Math.ceil(left / minuteMs)), threshold: Math.min(...passed) };
}
