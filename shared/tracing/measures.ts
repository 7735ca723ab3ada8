import * as z from 'zod';
import { documentKinds } from '../identity/documents/kinds';
import { CityCode, FreeText, Id, WireDay, WireInstant } from '../wire';
import { certainties } from './traced-ride';
import { legalGrounds, RequestDigest, WireRequestState } from './wire';

const Reason = FreeText(200);

/** Which authority an extract of a case is for: health and disease control alone (W-28). */
export const traceRecipients = ['disease-control', 'health-commission', 'health-office-elsewhere'] as const;
/** What such an extract is for. */
export const traceExtractPurposes = ['contact-management', 'joint-investigation', 'report-to-superior'] as const;

/**
 * What somebody does in a case that needs a second person: each kind is asked for by one official, approved by another in the role that the city
 * names, for exactly what is said here. A kind that is added does not compile until every table of kinds answers it.
 */
export const Measure = z.discriminatedUnion('kind', [
  /** W-26: tells whoever was exposed at least so surely, without a word of the case. */
  z.strictObject({ kind: z.literal('notify'), atLeast: z.enum(certainties) }),
  /** Another officer goes on with the case, its call list included. */
  z.strictObject({ kind: z.literal('take-over'), reason: Reason }),
  /** W-28: whom the case exposed, for one authority, read anew at each opening. */
  z.strictObject({
    kind: z.literal('extract'),
    recipient: z.enum(traceRecipients),
    /** The office that gets it. */
    receiver: FreeText(80),
    purpose: z.enum(traceExtractPurposes),
    legalBasis: z.enum(legalGrounds),
  }),
  /** the case's own copy of whom it exposed, under its own key, until a day that is included; the keys of the days go when they would have gone. */
  z.strictObject({ kind: z.literal('hold'), until: WireDay, legalBasis: z.enum(legalGrounds), reason: Reason }),
  /** Ends a hold before its day. */
  z.strictObject({ kind: z.literal('end-hold'), reason: Reason }),
  /** riders see openings of this case only after a day; what is opened while it holds is shown once it ends by itself. */
  z.strictObject({ kind: z.literal('delay'), until: WireDay, legalBasis: z.enum(legalGrounds), reason: Reason }),
  /** Whom those exposed exposed in turn. */
  z.strictObject({ kind: z.literal('second-step'), reason: Reason }),
]);
export type Measure = z.output<typeof Measure>;
export type MeasureKind = Measure['kind'];

/** Where telling those exposed stands: how many of all. */
export const NoticeProgress = z.strictObject({
  total: z.number().int().min(0),
  /** Not yet sent. */
  waiting: z.number().int().min(0),
  /** A message went out. */
  sent: z.number().int().min(0),
  /** Of them those by a message inside the app to which they agreed; the others by short message. */
  sentInApp: z.number().int().min(0),
  /** To be phoned. */
  toCall: z.number().int().min(0),
  /** Reached by phone. */
  reached: z.number().int().min(0),
  /** Tried and given up, with a reason. */
  givenUp: z.number().int().min(0),
  /** Not told, because it was stopped. */
  stopped: z.number().int().min(0),
});
export type NoticeProgress = z.output<typeof NoticeProgress>;

/** A measure as officials see it. */
export const MeasureRow = z.strictObject({
  measureId: Id,
  city: CityCode,
  caseId: Id,
  measure: Measure,
  state: WireRequestState,
  askedBy: z.string(),
  askedAt: WireInstant,
  expiresAt: WireInstant,
  digest: RequestDigest,
  decidedBy: z.string().exactOptional(),
  decidedAt: WireInstant.exactOptional(),
  /** Until when it holds, unless it is ended before. */
  holdsUntil: WireInstant.exactOptional(),
  endedBy: z.string().exactOptional(),
  endedAt: WireInstant.exactOptional(),
  endReason: z.string().exactOptional(),
  /** Of a notice that was approved. */
  progress: NoticeProgress.exactOptional(),
});
export type MeasureRow = z.output<typeof MeasureRow>;

/** What came of a call. Codes are for ever. */
export const callOutcomes = ['reached', 'no-answer', 'call-later', 'wrong-number', 'unreachable'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One call that was made. */
export const MadeCall = z.strictObject({
  at: WireInstant,
  by: z.string(),
  outcome: z.enum(callOutcomes),
  reason: z.string().exactOptional(),
});
export type MadeCall = z.output<typeof MadeCall>;

/** Somebody to be phoned: whom no message reached. */
export const CallRow = z.strictObject({
  noticeId: z.string(),
  /** Absent of somebody who was never verified, or is forgotten. */
  person: z
    .strictObject({
      name: z.string(),
      documentKind: z.enum(documentKinds),
      maskedDocument: z.string(),
      phone: z.string(),
    })
    .exactOptional(),
  /** Why no message was the end of it. */
  because: z.enum(['no-phone', 'refused', 'no-notifier', 'unsure', 'away']),
  calls: z.array(MadeCall),
  /** When to try next. */
  nextAt: WireInstant,
});
export type CallRow = z.output<typeof CallRow>;
