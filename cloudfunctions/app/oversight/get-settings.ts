import type { getSettings as endpoint } from '@tongcheng/shared/oversight/settings-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees, provinceOf as provinceCodeOf } from '@tongcheng/shared/scope';
import type { UseCase } from '../use-case';
import type { CityOf, ProvinceOf } from '../venues/cached-records';

interface Needs {
  readonly cityOf: CityOf;
  readonly provinceOf: ProvinceOf;
}

/** The settings of a city and of its province as they hold now. They are files: nobody changes them here. */
export const getSettings: UseCase<typeof endpoint, Needs> = async ({ cityOf, provinceOf }, caller, { city }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const [found, province] = await Promise.all([cityOf(city), provinceOf(provinceCodeOf(city))]);
  if (!found) return fail('city-unknown');
  const { notices: _notices, admissionRules: _rules, guide: _guide, ...settings } = found;
  return ok({ settings, ...(province && { province }) });
};
