import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { RuleChange, RuleProposal } from '@tongcheng/shared/venues/rule-proposal';

/** A proposal is decided within a week; later it has to be made again. */
export const ruleProposalMs = 7 * dayMs;

/** Proposals that can still be decided. */
export const proposalsOpenAt = (proposals: readonly RuleProposal[], now: Instant): RuleProposal[] =>
  proposals.filter(({ expiresAt }) => now < expiresAt);

/** Why a change of the rules cannot be made. */
export type RuleRefusal = 'rule-unknown' | 'rule-changed' | 'rule-retroactive';

/** What keeps a change from being proposed at `now`; undefined when nothing does. Nobody changes what held in the past. */
export function refusalOfChange(
  rules: readonly AdmissionRule[],
  change: RuleChange,
  now: Instant,
): RuleRefusal | undefined {
  if (change.kind === 'end' && !rules.some((rule) => rule.ruleId === change.ruleId && isOpenAt(rule, now)))
    return 'rule-unknown';
  if (change.kind === 'set' && change.rule.version !== nextVersion(rules, change.rule.ruleId)) return 'rule-changed';
  return effectOf(change) < now ? 'rule-retroactive' : undefined;
}

/** The version that a rule's next change has: one more than any before; 1 for a new one. */
const nextVersion = (rules: readonly AdmissionRule[], ruleId: string): number =>
  1 + Math.max(0, ...rules.filter((rule) => rule.ruleId === ruleId).map(({ version }) => version));

/**
 * The rules after a change that is approved at `now`. It takes effect then at the earliest. Earlier versions stay, for scans of their
 * time and for what verdicts name, and end where the change begins; a version that would begin later never came into force and goes.
 */
export function rulesAfter(
  rules: readonly AdmissionRule[],
  change: RuleChange,
  now: Instant,
): readonly AdmissionRule[] {
  const from = Math.max(effectOf(change), now);
  const ruleId = change.kind === 'set' ? change.rule.ruleId : change.ruleId;
  const before = rules.flatMap((rule) => {
    if (rule.ruleId !== ruleId) return [rule];
    if (rule.from >= from) return [];
    return [rule.to !== undefined && rule.to <= from ? rule : { ...rule, to: from }];
  });
  return change.kind === 'set' ? [...before, { ...change.rule, from }] : before;
}

/** Whether a change could still hold for a moment if it were approved at `now`. */
export const isStillOpen = (change: RuleChange, now: Instant): boolean =>
  change.kind === 'end' || change.rule.to === undefined || change.rule.to > Math.max(change.rule.from, now);

const isOpenAt = ({ to }: AdmissionRule, at: Instant): boolean => to === undefined || at < to;

const effectOf = (change: RuleChange): Instant => (change.kind === 'set' ? change.rule.from : change.at);
