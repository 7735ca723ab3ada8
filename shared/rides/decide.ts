import type { HealthStatus } from '../eligibility';
import type { StatusColour } from '../status-colours';
import type { Instant } from '../time';
import { requirements } from '../venues/requirements';
import type { Decision, ReasonCode } from './meanings';
import type { AdmissionTerms, RiderFacts, UnmetRequirement } from './rules/check';
import { checks } from './rules/checks';
import { codeState } from './rules/code-state';

/** A decision with its grounds, before it is put into words. */
export interface AdmissionDecision {
  readonly decision: Decision;
  /** In the order of `requirements`; W-08: every requirement that failed is named. */
  readonly reasons: readonly ReasonCode[];
  /** Where the rule asks for a status: its colour while it holds, grey otherwise. */
  readonly colour?: StatusColour | 'grey';
  /** The status that was looked at, whether or not it holds. */
  readonly status?: HealthStatus;
}

const none: readonly ReasonCode[] = [];

/**
 * Decides from the rule in force, what is known of the rider, and the time. Refuses when any requirement is known to fail,
 * refers to staff when any is unknown, admits only when all are met. A code that is not valid decides alone.
 */
export const decide = (rule: AdmissionTerms, facts: RiderFacts, now: Instant): AdmissionDecision => {
  const invalid = codeState(facts.code);
  if (invalid) return { decision: invalid.decision, reasons: [invalid.reason] };
  const unmet = unmetBy(rule, facts, now);
  const decided = { decision: decisionOf(unmet), reasons: unmet.length ? unmet.map(reasonOf) : none };
  return rule.requires.includes('green-status') ? Object.assign(decided, shownStatus(facts, now)) : decided;
};

function unmetBy(rule: AdmissionTerms, facts: RiderFacts, now: Instant): readonly UnmetRequirement[] {
  const unmet: UnmetRequirement[] = [];
  for (const requirement of requirements) {
    if (!rule.requires.includes(requirement)) continue;
    const failed = checks[requirement](facts, rule, now);
    if (failed) unmet.push(failed);
  }
  return unmet[0]?.reason === 'identity-missing' ? unmet.filter(isKnown) : unmet;
}

/** Of somebody without an identity nothing can be known: that is one reason, not three. */
function isKnown({ reason }: UnmetRequirement): boolean {
  return reason !== 'status-missing' && reason !== 'test-missing';
}

function decisionOf(unmet: readonly UnmetRequirement[]): Decision {
  if (unmet.length === 0) return 'admit';
  return unmet.some(({ decision }) => decision === 'refuse') ? 'refuse' : 'refer';
}

function reasonOf({ reason }: UnmetRequirement): ReasonCode {
  return reason;
}

function shownStatus({ status }: RiderFacts, now: Instant): Pick<AdmissionDecision, 'colour' | 'status'> {
  if (status === null || status === 'unavailable') return { colour: 'grey' };
  const holds = status.issuedAt <= now && now < status.expiresAt;
  return { colour: holds ? status.colour : 'grey', status };
}
