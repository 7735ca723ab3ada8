import { fail, ok, type Result } from '@tongcheng/shared/result';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { PassSettings } from '@tongcheng/shared/venues/pass-settings';
import type { CityOf } from '../venues/cached-records';

/** What a city chose about passes; refused where it gives none. */
export async function passCity(
  cityOf: CityOf,
  city: string,
): Promise<Result<PassSettings, 'city-unknown' | 'capability-absent'>> {
  const settings = await cityOf(city);
  if (!settings) return fail('city-unknown');
  const chosen = blockOf(settings, 'passes');
  return chosen ? ok(chosen) : fail('capability-absent');
}
