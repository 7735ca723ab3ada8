import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { Measure } from '@tongcheng/shared/tracing/measures';

/** Whether only who holds the case asks for it. */
export function isOfHolder({ kind }: Measure): boolean {
  switch (kind) {
    case 'notify':
      return true;
    case 'take-over':
      return false;
  }
}

/** Longer than any case is open by itself (index-rider-record.ts). */
const wholeCaseDays = 60;
/** Later nobody is told, and the list of those to be phoned is destroyed. */
const callDays = 7;

/** Until when a measure holds that is approved now. */
export function holdsUntilOf(measure: Measure, decidedAt: Instant): Instant {
  switch (measure.kind) {
    case 'notify':
      return decidedAt + callDays * dayMs;
    case 'take-over':
      return decidedAt + wholeCaseDays * dayMs;
  }
}

/** Whether it keeps something of its own, under a key that is destroyed when it ends. */
export function keepsOwn({ kind }: Measure): boolean {
  switch (kind) {
    case 'notify':
      return true;
    case 'take-over':
      return false;
  }
}
