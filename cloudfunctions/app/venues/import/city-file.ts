import { CitySettings } from '@tongcheng/shared/venues/city-settings';

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a city's `settings.json`. People write instants as `2026-01-01T00:00:00+08:00` (in `from` and `to`); they become
 * numbers here. Throws with the place of the mistake: a city does not start with settings that nobody checked.
 */
export const readCityFile = (json: string): CitySettings =>
  CitySettings.parse(
    JSON.parse(json, (key: string, value: unknown) =>
      (key === 'from' || key === 'to') && typeof value === 'string' && isInstant.test(value)
        ? Date.parse(value)
        : value,
    ),
  );
