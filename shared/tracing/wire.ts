import * as z from 'zod';
import { documentKinds } from '../identity/documents/kinds';
import { closingReasons, scanFlags } from '../rides/meanings';
import { Text } from '../text';
import { modes } from '../venues/kinds';
import { CityCode, Id, WireDay, WireInstant } from '../wire';
import { matchGrounds } from './exposure';
import { certainties } from './traced-ride';

/** What a case is for: a closed list (W-28). A purpose that is not here cannot be served. */
export const tracingPurposes = ['confirmed-case', 'suspected-case', 'cluster-investigation'] as const;

/** On what law a case is opened. */
export const legalGrounds = ['infectious-disease-law', 'public-health-emergency-rules', 'biosecurity-law'] as const;

/** The number of the case where it is kept: letters, digits and dashes, so that no name fits. */
export const CaseNumber = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/-]{2,39}$/);

/** A digest of a request. */
export const RequestDigest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const TracedMode = z.enum([...modes, 'coach']);

/** Hours in Shanghai that bound an infectious period: from this hour of its first day, until before this one of its last. */
export const PeriodHours = z.strictObject({
  from: z.number().int().min(0).max(23),
  to: z.number().int().min(1).max(24),
});
export type PeriodHours = z.output<typeof PeriodHours>;

/** How many were exposed on a day in a mode, by the surest match of each; of a day, for pseudonyms of two days cannot be joined. */
export const ExposureCount = z.strictObject({
  day: WireDay,
  mode: TracedMode,
  riders: z.number().int().min(0),
  proven: z.number().int().min(0),
  likely: z.number().int().min(0),
  possible: z.number().int().min(0),
  /** Unregistered companions of those exposed, in taxis. */
  companions: z.number().int().min(0),
});
export type ExposureCount = z.output<typeof ExposureCount>;

/** What a tracing found, without anybody's name. */
export const TraceCounts = z.strictObject({
  /** Rides of the index rider in the period. */
  rides: z.number().int().min(0),
  /** Rides that only a station or a dock proves: nobody can be matched with them. */
  unplaced: z.array(z.strictObject({ day: WireDay, mode: TracedMode })),
  /** Days of which nothing can be opened: the key is destroyed, or nobody scanned. */
  closedDays: z.array(WireDay),
  exposed: z.array(ExposureCount),
});
export type TraceCounts = z.output<typeof TraceCounts>;

/** Where a request for names stands. */
const requestStates = ['open', 'expired', 'approved', 'rejected', 'withdrawn', 'ended'] as const;
export type RequestState = (typeof requestStates)[number];
export const WireRequestState = z.enum(requestStates);

/** A request for the names of a case, as officials see it. */
export const TraceRequestRow = z.strictObject({
  requestId: Id,
  state: z.enum(requestStates),
  requestedBy: z.string(),
  requestedAt: WireInstant,
  expiresAt: WireInstant,
  /** As they were when names were asked for. */
  counts: TraceCounts,
  /** Of all that an approval is about. */
  digest: RequestDigest,
  decidedBy: z.string().exactOptional(),
  decidedAt: WireInstant.exactOptional(),
  /** Until when the names are open to those two. */
  opensUntil: WireInstant.exactOptional(),
});
export type TraceRequestRow = z.output<typeof TraceRequestRow>;

/** A case as officials see it: nothing of the index rider. */
export const CaseRow = z.strictObject({
  caseId: Id,
  city: CityCode,
  number: CaseNumber,
  legalBasis: z.enum(legalGrounds),
  purpose: z.enum(tracingPurposes),
  infectiousFrom: WireDay,
  infectiousTo: WireDay,
  /** Absent: whole service days. */
  hours: PeriodHours.exactOptional(),
  state: z.enum(['open', 'closed']),
  openedBy: z.string(),
  openedAt: WireInstant,
  closedAt: WireInstant.exactOptional(),
  requests: z.array(TraceRequestRow),
  /** Measures that wait for a decision; absent where none does. */
  measuresWaiting: z.array(z.strictObject({ askedBy: z.string(), expiresAt: WireInstant })).exactOptional(),
});
export type CaseRow = z.output<typeof CaseRow>;

const InferredEnd = z.strictObject({
  end: z.enum(['from', 'to']),
  by: z.enum([...closingReasons, 'entry', 'still-open', 'end-of-line']),
});

const WireSpan = z.strictObject({ from: WireInstant, to: WireInstant });

/** One ride of the index rider: where, and when they were aboard by what proves it. Each span lies within the one after it. */
export const IndexRide = z.strictObject({
  day: WireDay,
  mode: TracedMode,
  placeId: z.string(),
  place: Text.exactOptional(),
  proven: WireSpan.exactOptional(),
  likely: WireSpan,
  possible: WireSpan,
  inferred: z.array(InferredEnd),
  flags: z.array(z.enum(scanFlags)),
});
export type IndexRide = z.output<typeof IndexRide>;

/** One match, with the place as it is called. */
export const NamedMatch = z.strictObject({
  day: WireDay,
  mode: TracedMode,
  placeId: z.string(),
  place: Text.exactOptional(),
  restsOn: z.enum(matchGrounds),
  certainty: z.enum(certainties),
  from: WireInstant,
  to: WireInstant,
  stretches: z.number().int().exactOptional(),
  inferred: z.strictObject({ index: z.array(InferredEnd), exposed: z.array(InferredEnd) }),
  companions: z.number().int().min(0),
  flags: z.array(z.enum(scanFlags)),
});
export type NamedMatch = z.output<typeof NamedMatch>;

/** Somebody exposed, across all days; without a person where they were never authenticated, or are forgotten. */
export const ExposedRider = z.strictObject({
  person: z
    .strictObject({
      name: z.string(),
      documentKind: z.enum(documentKinds),
      /** First and last four, to compare with a document. */
      maskedDocument: z.string(),
      phone: z.string(),
    })
    .exactOptional(),
  matches: z.array(NamedMatch).min(1),
});
export type ExposedRider = z.output<typeof ExposedRider>;
