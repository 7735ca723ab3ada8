import type { Instant } from '../time';
import type { AdmissionRule } from '../venues/admission-rule';
import type { Mode } from '../venues/kinds';

/** Where a rule is asked for. */
export interface RulePlace {
  readonly city: string;
  readonly mode: Mode;
  readonly venueId: string;
  readonly lineId?: string;
}

/** A rule with the time in which it is the one to use: [since, until). */
export interface ChosenRule {
  readonly rule: AdmissionRule;
  readonly since: Instant;
  readonly until: Instant;
}

/** The rule in force at a place and an instant: the most particular; among equals the one that begins last, then the higher version. */
export const chooseRule = (rules: readonly AdmissionRule[], place: RulePlace, at: Instant): ChosenRule => {
  const matching = rules.filter((rule) => holdsAt(rule, place));
  const inForce = matching.filter(({ from, to }) => from <= at && (to === undefined || at < to));
  const rule = inForce.reduce<AdmissionRule | undefined>(stronger, undefined) ?? realNameOnly(place.city);
  const edges = matching.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  return {
    rule,
    since: Math.max(Number.NEGATIVE_INFINITY, ...edges.filter((edge) => edge <= at)),
    until: Math.min(Number.POSITIVE_INFINITY, ...edges.filter((edge) => edge > at)),
  };
};

/** Where a city has set no rule, riding takes a real name and nothing else. */
export const realNameOnly = (city: string): AdmissionRule => ({
  ruleId: 'real-name-only',
  version: 1,
  city,
  from: 0,
  requires: ['identity'],
  text: { zh: '实名登记后即可乘车。', en: 'Registered riders may ride.' },
});

function holdsAt(rule: AdmissionRule, place: RulePlace): boolean {
  if (rule.city !== place.city) return false;
  if (rule.mode !== undefined && rule.mode !== place.mode) return false;
  if (rule.lineId !== undefined && rule.lineId !== place.lineId) return false;
  return rule.venueId === undefined || rule.venueId === place.venueId;
}

/** A venue outweighs any line, a line any mode, a mode the city. */
function particularity({ venueId, lineId, mode }: AdmissionRule): number {
  return (venueId === undefined ? 0 : 4) + (lineId === undefined ? 0 : 2) + (mode === undefined ? 0 : 1);
}

function stronger(held: AdmissionRule | undefined, other: AdmissionRule): AdmissionRule {
  if (!held) return other;
  const order = particularity(other) - particularity(held) || other.from - held.from || other.version - held.version;
  return order > 0 ? other : held;
}
