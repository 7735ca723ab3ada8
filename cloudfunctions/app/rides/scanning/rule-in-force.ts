import { type ChosenRule, chooseRule, type RulePlace } from '@tongcheng/shared/rides/choose-rule';
import type { Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';

/** Gives the rule in force at a place of a city. */
export type RuleInForce = (
  settings: Pick<CitySettings, 'admissionRules'>,
  place: RulePlace,
  at: Instant,
) => AdmissionRule;

/**
 * Remembers the rule of each venue for as long as it is the one to use. New settings are a new object, so nothing old is
 * ever answered; settings no longer in use are forgotten with their answers.
 */
export const rememberRules = (): RuleInForce => {
  const bySettings = new WeakMap<object, Map<string, ChosenRule>>();
  return (settings, place, at) => {
    const held = bySettings.get(settings) ?? new Map<string, ChosenRule>();
    bySettings.set(settings, held);
    const known = held.get(place.venueId);
    if (known && known.since <= at && at < known.until) return known.rule;
    const chosen = chooseRule(settings.admissionRules, place, at);
    held.set(place.venueId, chosen);
    return chosen.rule;
  };
};
