import { fail, ok, type Result } from '@tongcheng/shared/result';
import { provinceOf as provinceCodeOf } from '@tongcheng/shared/scope';
import { blockOf, type WithCapabilities } from '@tongcheng/shared/venues/capabilities';
import { type CoachRules, coachRulesOf } from '@tongcheng/shared/venues/coach-rules';
import type { CityOf, ProvinceOf } from '../venues/cached-records';

/** What reading the rules of a city's coaches takes. */
export interface CoachCityNeeds {
  readonly cityOf: CityOf;
  readonly provinceOf: ProvinceOf;
}

/** What holds for coaches that leave a city. */
export interface CoachCity {
  readonly rules: CoachRules;
  /** Of the city and its province the longer. */
  readonly retentionDays: number;
}

/** The rules of coaches that leave a city; refused where it has none. */
export async function coachCity(
  { cityOf, provinceOf }: CoachCityNeeds,
  city: string,
): Promise<Result<CoachCity, 'city-unknown' | 'capability-absent'>> {
  const [settings, province] = await Promise.all([cityOf(city), provinceOf(provinceCodeOf(city))]);
  if (!settings) return fail('city-unknown');
  const rules = coachRulesOf(settings, province);
  if (!rules) return fail('capability-absent');
  return ok({ rules, retentionDays: Math.max(daysOf(settings), province ? daysOf(province) : 0) });
}

const daysOf = (settings: WithCapabilities): number => blockOf(settings, 'coaches')?.retentionDays ?? 0;

/** L-03: whether passengers to a city state two addresses. A province stands for its cities; Beijing is both under one code. */
export const asksAddresses = ({ asksAddressesTo }: CoachRules, destinationCity: string | undefined): boolean =>
  destinationCity !== undefined &&
  (asksAddressesTo.includes(destinationCity) || asksAddressesTo.includes(provinceCodeOf(destinationCity)));
