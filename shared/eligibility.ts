import * as z from 'zod';
import { statusColours } from './status-colours';
import { WireInstant } from './wire';

/** A health status as its source gave it, so that a rider sees who says so and until when. Nobody sets one by hand (safety rule 7). */
export const HealthStatus = z.strictObject({
  colour: z.enum(statusColours),
  issuedAt: WireInstant,
  /** Exclusive: at this very instant it is expired. */
  expiresAt: WireInstant,
  /** The issuing platform, e.g. `provincial-health-code`. */
  source: z.string().max(60),
});
export type HealthStatus = z.output<typeof HealthStatus>;

/** A nucleic-acid test as its source gave it. */
export const HealthTest = z.strictObject({ result: z.enum(['negative', 'positive']), takenAt: WireInstant });
export type HealthTest = z.output<typeof HealthTest>;

/**
 * What is known of a rider when a verdict is asked for. Declared here only: the seals of accounts and members, the claims of
 * tokens, the answers and what phones keep all follow from it. A field that is added says with `added` what it is where an
 * earlier release wrote the rest (docs/changing-a-record.md).
 */
export const Eligibility = z.strictObject({
  /** Verified by the real-name check (W-01). */
  identity: z.boolean(),
  /** `null`: no status (grey); `unavailable`: the source was away and nothing was known. */
  status: z.union([HealthStatus, z.literal('unavailable'), z.null()]),
  /** W-07: the channel in which a status exists though it is missing in this one. */
  statusElsewhere: z.enum(['wechat', 'alipay']).exactOptional(),
  test: z.union([HealthTest, z.literal('unavailable'), z.null()]),
});
export type Eligibility = z.output<typeof Eligibility>;

/** The eligibility of somebody of whom nothing is known: nobody signed in, or not verified yet. */
export const unknownEligibility: Eligibility = { identity: false, status: null, test: null };

/** The eligibility of a verified person whose source has not answered yet: refers to staff, never opens silently. */
export const unansweredEligibility: Eligibility = { identity: true, status: 'unavailable', test: 'unavailable' };
