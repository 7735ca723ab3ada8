import type { HealthStatus } from '../eligibility';
import type { StatusColour } from '../status-colours';
import type { Instant } from '../time';
import { requirements } from '../venues/admission-rule';
import type { Decision, ReasonCode } from './meanings';
import type { AdmissionTerms, Objection, RiderFacts } from './rules/check';
import { checks } from './rules/checks';
import { codeState } from './rules/code-state';

/** A decision with its grounds, before it is put into words. */
export interface Decided {
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
export const decide = (rule: AdmissionTerms, facts: RiderFacts, now: Instant): Decided => {
  const invalid = codeState(facts.code);
  if (invalid) return { decision: invalid.decision, reasons: [invalid.reason] };
  const objections = objectionsOf(rule, facts, now);
  const decided = { decision: weigh(objections), reasons: objections.length ? objections.map(reasonOf) : none };
  return rule.requires.includes('green-status') ? Object.assign(decided, shownStatus(facts, now)) : decided;
};

function objectionsOf(rule: AdmissionTerms, facts: RiderFacts, now: Instant): readonly Objection[] {
  const objections: Objection[] = [];
  for (const requirement of requirements) {
    if (!rule.requires.includes(requirement)) continue;
    const objection = checks[requirement](facts, rule, now);
    if (objection) objections.push(objection);
  }
  return objections[0]?.reason === 'identity-missing' ? objections.filter(isKnown) : objections;
}

/** Of somebody without an identity nothing can be known: that is one reason, not three. */
function isKnown({ reason }: Objection): boolean {
  return reason !== 'status-missing' && reason !== 'test-missing';
}

function weigh(objections: readonly Objection[]): Decision {
  if (objections.length === 0) return 'admit';
  return objections.some(({ decision }) => decision === 'refuse') ? 'refuse' : 'refer';
}

function reasonOf({ reason }: Objection): ReasonCode {
  return reason;
}

function shownStatus({ status }: RiderFacts, now: Instant): Pick<Decided, 'colour' | 'status'> {
  if (status === null || status === 'unavailable') return { colour: 'grey' };
  const holds = status.issuedAt <= now && now < status.expiresAt;
  return { colour: holds ? status.colour : 'grey', status };
}
