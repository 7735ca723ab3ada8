/** What a scan meant, decided from mode, venue kind and what came before. */
export const meanings = ['board', 'alight', 'enter', 'ride-carriage', 'repeat'] as const;
export type Meaning = (typeof meanings)[number];

/** How a ride came to its end (W-27): by a scan, or by a rule of the mode. */
export const closingReasons = [
  'scan',
  'next-scan',
  'longest-ride',
  'end-of-service',
  'end-of-sailing',
  'usual-duration',
] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** Doubts about a scan that is stored all the same. */
export const scanFlags = [
  'late',
  'no-entry',
  'impossible-travel',
  'far-from-venue',
  'outside-service-hours',
  'clock-corrected',
  'unsigned',
  'unchecked',
  'identity-claimed',
  'many-scans',
  'status-turned',
  // Of all scans of a code together, found when somebody traces and never recorded (tracing/forwarded).
  'off-trip',
  'crowded-code',
  'forwarded-code',
  'moved-code',
] as const;
export type ScanFlag = (typeof scanFlags)[number];

/** What staff and gates act on. */
export const decisions = ['admit', 'refer', 'refuse'] as const;
export type Decision = (typeof decisions)[number];

/** Reasons of a verdict; each has a text and a next step in `reasons.ts`. */
export const reasonCodes = [
  'identity-missing',
  'status-red',
  'status-yellow',
  'status-missing',
  'status-expired',
  'status-not-yet-valid',
  'status-unavailable',
  'test-too-old',
  'test-positive',
  'test-missing',
  'test-unavailable',
  'code-revoked',
  'code-forged',
  'code-foreign',
  'code-unknown',
  'code-demonstration',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Where a reason's next step leads in the app. */
export const nextActions = [
  'authenticate',
  'complete-status',
  'use-other-channel',
  'appeal',
  'see-hotline',
  'find-test',
  'scan-again',
  'ask-staff',
] as const;
export type NextAction = (typeof nextActions)[number];
