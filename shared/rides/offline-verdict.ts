import type { Eligibility } from '../eligibility';
import type { Instant } from '../time';
import type { AdmissionRule } from '../venues/admission-rule';
import type { Mode } from '../venues/kinds';
import { requirements } from '../venues/requirements';
import { chooseRule } from './choose-rule';
import { decide } from './decide';
import { reasonOf } from './reasons';
import type { Verdict } from './wire';

/** The venue of a code as the phone knows it. */
export interface OfflinePlace {
  readonly venueId: string;
  readonly city: string;
  readonly mode: Mode;
  readonly lineId?: string;
  readonly demonstration?: true;
}

/**
 * What the server would have said at an instant, by the rules and the eligibility as last heard of: the same rules, the same
 * expiry of the status. It proves nothing and is to be shown as what it is. Undefined where the rule asks for something that
 * this release of the app does not know: phones are older than the rules.
 */
export const offlineVerdict = (
  rules: readonly AdmissionRule[],
  { venueId, city, mode, lineId, demonstration }: OfflinePlace,
  eligibility: Eligibility,
  at: Instant,
): Verdict | undefined => {
  const place = { city, mode, venueId, ...(lineId !== undefined && { lineId }) };
  const rule = chooseRule(rules, place, at);
  if (!rule.requires.every((each) => requirements.includes(each))) return undefined;
  const code = demonstration ? 'demonstration' : 'valid';
  const { decision, reasons, colour, status } = decide(rule, { ...eligibility, code }, at);
  const { statusElsewhere } = eligibility;
  const facts = {
    at,
    ...(status && { source: status.source, issuedAt: status.issuedAt, expiresAt: status.expiresAt }),
    ...(statusElsewhere && { statusElsewhere }),
  };
  return {
    decision,
    reasons: reasons.map((reason) => reasonOf(reason, facts)),
    ruleId: rule.ruleId,
    ruleVersion: rule.version,
    ...(colour !== undefined && { colour }),
    ...(status && { statusSource: status.source }),
    ...(status && decision !== 'admit' && { expiresAt: status.expiresAt }),
  };
};
