import { addDays, type Day, dayMs, dayStart, hourMs, type Instant } from '@tongcheng/shared/time';
import type { Measure } from '@tongcheng/shared/tracing/measures';

/** What differs by kind of measure. A kind that is added does not compile until it says all of it. */
interface MeasureRule {
  /** Whether only who holds the case asks for it. */
  readonly isOfHolder: boolean;
  /** Whether it keeps something of its own, under a key that is destroyed when it ends. */
  readonly keepsOwn: boolean;
  /** Whether one person ends it early. */
  readonly endedByOne: boolean;
  /** Whether it goes on when the case is closed. */
  readonly outlivesCase: boolean;
}

const rules: Readonly<Record<Measure['kind'], MeasureRule>> = {
  notify: { isOfHolder: true, keepsOwn: true, endedByOne: true, outlivesCase: false },
  'take-over': { isOfHolder: false, keepsOwn: false, endedByOne: true, outlivesCase: false },
  extract: { isOfHolder: true, keepsOwn: false, endedByOne: true, outlivesCase: false },
  hold: { isOfHolder: true, keepsOwn: true, endedByOne: false, outlivesCase: true },
  'end-hold': { isOfHolder: true, keepsOwn: false, endedByOne: true, outlivesCase: false },
  delay: { isOfHolder: true, keepsOwn: false, endedByOne: false, outlivesCase: false },
  'second-step': { isOfHolder: true, keepsOwn: false, endedByOne: true, outlivesCase: false },
};

/** What differs by kind. */
export const ruleOfMeasure = ({ kind }: Measure): MeasureRule => rules[kind];

/** Longer than any case is open by itself (index-rider-record.ts). */
const wholeCaseDays = 60;
/** Later nobody is told, and the list of those to be phoned is destroyed. */
const callDays = 7;

const endOf = (day: Day): Instant => dayStart(addDays(day, 1));

/** Until when a measure holds that is approved now; `namesOpenHours` is the city's. */
export function holdsUntilOf(measure: Measure, decidedAt: Instant, namesOpenHours: number): Instant {
  switch (measure.kind) {
    case 'notify':
      return decidedAt + callDays * dayMs;
    case 'take-over':
      return decidedAt + wholeCaseDays * dayMs;
    case 'extract':
      return decidedAt + dayMs;
    case 'hold':
    case 'delay':
      return endOf(measure.until);
    case 'end-hold':
      return decidedAt + dayMs;
    case 'second-step':
      return decidedAt + namesOpenHours * hourMs;
  }
}

const mostHoldDays = 366;
const mostDelayDays = 30;

/** Whether a measure that is dated ends within what may be asked for, from today on. */
export function isDatedRight(measure: Measure, today: Day): boolean {
  if (measure.kind !== 'hold' && measure.kind !== 'delay') return true;
  const most = measure.kind === 'hold' ? mostHoldDays : mostDelayDays;
  return today <= measure.until && measure.until <= addDays(today, most);
}
