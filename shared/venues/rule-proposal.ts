import * as z from 'zod';
import { Id, WireInstant } from '../wire';
import { AdmissionRule } from './admission-rule';

/** What is proposed about admission rules: a rule, new or as the next version of the one with its id; or the end of one. */
export const RuleChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), rule: AdmissionRule }),
  z.strictObject({ kind: z.literal('end'), ruleId: z.string().min(1).max(60), at: WireInstant }),
]);
export type RuleChange = z.output<typeof RuleChange>;

/** A change of the rules that waits for a second official. */
export const RuleProposal = z.strictObject({
  proposalId: Id,
  change: RuleChange,
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: WireInstant,
  /** Until when it can be approved. */
  expiresAt: WireInstant,
});
export type RuleProposal = z.output<typeof RuleProposal>;
