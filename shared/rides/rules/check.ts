import type { Eligibility } from '../../eligibility';
import type { Instant } from '../../time';
import type { AdmissionRule } from '../../venues/admission-rule';
import type { CodeState } from '../../venues/kinds';
import type { Decision, ReasonCode } from '../meanings';

/** All that a verdict may rest on: the rider's eligibility and the state of the code they scanned. */
export interface RiderFacts extends Eligibility {
  readonly code: CodeState;
}

/** Why a requirement is not met, and what it leads to: unknown goes to staff, known and bad stays out. */
export interface UnmetRequirement {
  readonly reason: ReasonCode;
  readonly decision: Exclude<Decision, 'admit'>;
}

/** One requirement, asked of the facts at an instant; undefined when it is met. Pure. */
export type RequirementCheck = (facts: RiderFacts, rule: AdmissionTerms, now: Instant) => UnmetRequirement | undefined;

/** What a rule asks for, without where it holds. */
export type AdmissionTerms = Pick<AdmissionRule, 'requires'> & {
  readonly testMaxAgeDays?: number;
  readonly testMaxAgeHours?: number;
};

/** A requirement that staff may overlook by local rule. */
export const refer = (reason: ReasonCode): UnmetRequirement => ({ reason, decision: 'refer' });
/** A requirement whose failure keeps the rider out. */
export const refuse = (reason: ReasonCode): UnmetRequirement => ({ reason, decision: 'refuse' });
