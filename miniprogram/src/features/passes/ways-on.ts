import type { beginCheck, finishCheck } from '@tongcheng/shared/passes/api';

type Refusal = (typeof beginCheck)['failures'][number] | (typeof finishCheck)['failures'][number];

/** What is open to a rider after a refusal: whether the check that was begun goes on, and whether a counter is named. */
export interface WayOn {
  /** The check that was begun stays: the result can be asked for again. */
  readonly keepsCheck: boolean;
  readonly toCounter: boolean;
}

const onward = { keepsCheck: false, toCounter: false } as const;
const counter = { keepsCheck: false, toCounter: true } as const;
const askAgain = { keepsCheck: true, toCounter: false } as const;
const askAgainOrCounter = { keepsCheck: true, toCounter: true } as const;

/** The way on from every refusal of the two operations (P-04); one that is added to them is declared here or does not compile. */
const ways: Readonly<Record<Refusal, WayOn>> = {
  'city-unknown': counter,
  'capability-absent': counter,
  'not-authenticated': onward,
  'pass-place-needed': counter,
  'pass-needs-resident-id': counter,
  'pass-month-used': counter,
  'pass-check-absent': counter,
  'name-refused': onward,
  'document-refused': onward,
  'face-check-unavailable': askAgainOrCounter,
  'real-name-unavailable': askAgainOrCounter,
  'too-many-tries': counter,
  'pass-check-over': onward,
  'pass-check-failed': counter,
  'pass-key-refused': counter,
  'pass-name-mismatch': counter,
  'pass-absent': onward,
  'face-check-pending': askAgain,
};

const isRefusal = (code: string): code is Refusal => code in ways;

/** The way on from a refusal; from a lost network or a fault of ours the check that was begun can still be finished. */
export const wayOnFrom = (code: string): WayOn => (isRefusal(code) ? ways[code] : askAgain);
