import * as z from 'zod';
import { decisions, reasonCodes } from '../rides/meanings';
import { Verdict } from '../rides/wire';
import { Text } from '../text';
import { modes } from '../venues/kinds';
import { VenueView } from '../venues/wire';
import { CityCode, Id, WireInstant } from '../wire';
import { outcomes } from './outcomes';

/** The id of an appeal: the day of its scan, and the scan. There is one for each scan. */
export const AppealId = z.string().regex(/^\d{4}-\d{2}-\d{2}\.[0-9A-Z]{26}$/);

/** What a human answered. */
const AppealAnswer = z.strictObject({
  outcome: z.enum(outcomes),
  words: Text,
  /** What the official added, as written. */
  note: z.string().exactOptional(),
  at: WireInstant,
});

/** An appeal as its rider sees it; waiting while there is no answer. */
export const AppealView = z.strictObject({
  appealId: AppealId,
  text: z.string(),
  madeAt: WireInstant,
  /** A human answers before this instant. */
  dueAt: WireInstant,
  answer: AppealAnswer.exactOptional(),
});
export type AppealView = z.output<typeof AppealView>;

/** A verdict with all that stands behind it: who issued it, by which rule, why, until when; and the appeal, if there is one. */
export const AppealPage = z.strictObject({
  scanId: Id,
  venue: VenueView,
  scannedAt: WireInstant,
  maskedName: z.string().exactOptional(),
  verdict: Verdict,
  issuer: Text,
  /** The words of the rule in the version that was applied, while the city still keeps it. */
  rule: Text.exactOptional(),
  /** Whether this verdict can be appealed. */
  open: z.boolean(),
  answerWithinHours: z.number().int(),
  appeal: AppealView.exactOptional(),
});
export type AppealPage = z.output<typeof AppealPage>;

/** One of a rider's appeals. */
export const OwnAppeal = z.strictObject({ scanId: Id, venue: VenueView, scannedAt: WireInstant, appeal: AppealView });
export type OwnAppeal = z.output<typeof OwnAppeal>;

/** An appeal in the queue of officials: what was decided, never who it is; the text is opened for a purpose. */
export const AppealRow = z.strictObject({
  appealId: AppealId,
  city: CityCode,
  madeAt: WireInstant,
  dueAt: WireInstant,
  maskedName: z.string().exactOptional(),
  mode: z.enum(modes),
  venue: VenueView,
  scannedAt: WireInstant,
  decision: z.enum(decisions),
  reasons: z.array(z.enum(reasonCodes)),
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  statusSource: z.string().exactOptional(),
  answered: z.strictObject({ outcome: z.enum(outcomes), at: WireInstant, by: z.string() }).exactOptional(),
});
export type AppealRow = z.output<typeof AppealRow>;
