import type { Instant } from '../time';
import type { AdmissionRule } from '../venues/admission-rule';
import type { Mode } from '../venues/kinds';
import type { PlaceSet } from '../venues/place-set';

/** Where a rule is asked for. */
export interface RulePlace {
  readonly city: string;
  readonly mode: Mode;
  readonly venueId: string;
  readonly lineId?: string;
}

/** The rule in force at a place and an instant: the most particular; among equals the one that begins last, then the higher version. */
export const chooseRule = (rules: readonly AdmissionRule[], place: RulePlace, at: Instant): AdmissionRule => {
  const inForce = rules.filter((rule) => holdsAt(rule, place, at));
  const among = (strongest: AdmissionRule | undefined, other: AdmissionRule) => stronger(place, strongest, other);
  return inForce.reduce(among, undefined) ?? realNameOnly(place.city);
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

function holdsAt(rule: AdmissionRule, place: RulePlace, at: Instant): boolean {
  if (at < rule.from || (rule.to !== undefined && at >= rule.to)) return false;
  if (rule.city !== place.city) return false;
  if (rule.mode !== undefined && rule.mode !== place.mode) return false;
  if (rule.places && !inPlaceSet(rule.places, place)) return false;
  if (rule.lineId !== undefined && rule.lineId !== place.lineId) return false;
  return rule.venueId === undefined || rule.venueId === place.venueId;
}

/** How particular a set is about a place: as a rule of the venue, as one of its line, or not about it at all. Here, and not beside its schema: phones carry none. */
function inPlaceSet({ venueIds, lineIds }: PlaceSet, { venueId, lineId }: RulePlace): 'venue' | 'line' | undefined {
  if (venueIds.includes(venueId)) return 'venue';
  return lineId !== undefined && lineIds.includes(lineId) ? 'line' : undefined;
}

/** A venue outweighs any line, a line any mode, a mode the city; a set of places weighs as what it names of the place. */
function particularity({ venueId, lineId, mode, places }: AdmissionRule, place: RulePlace): number {
  const named = places && inPlaceSet(places, place);
  const venue = venueId !== undefined || named === 'venue' ? 4 : 0;
  const line = lineId !== undefined || named === 'line' ? 2 : 0;
  return venue + line + (mode === undefined ? 0 : 1);
}

function stronger(place: RulePlace, strongest: AdmissionRule | undefined, other: AdmissionRule): AdmissionRule {
  if (!strongest) return other;
  const order =
    particularity(other, place) - particularity(strongest, place) ||
    other.from - strongest.from ||
    other.version - strongest.version;
  return order > 0 ? other : strongest;
}
