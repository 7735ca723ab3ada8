import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import * as z from 'zod';

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a city's `settings.json`. People write instants as `2026-01-01T00:00:00+08:00` (in `from` and `to`); they become
 * numbers here. Throws with the place of the mistake: a city does not start with settings that nobody checked.
 */
export const readCityFile = (json: string): CitySettings =>
  CitySettings.parse(
    withPlaces(
      JSON.parse(json, (key: string, value: unknown) =>
        (key === 'from' || key === 'to') && typeof value === 'string' && isInstant.test(value)
          ? Date.parse(value)
          : value,
      ),
    ),
  );

/** Of a whole file no more than the sets and the rules that name them. */
const WithPlaces = z.looseObject({
  placeSets: z.array(z.looseObject({ placeSetId: z.string() })).default([]),
  admissionRules: z.array(z.looseObject({ placeSetId: z.string().exactOptional() })),
});

/** B-08: a rule of the file names a set by `placeSetId`; what is kept holds the set itself. Throws when there is no such set. */
function withPlaces(file: unknown): unknown {
  const known = WithPlaces.safeParse(file);
  if (!known.success || known.data.admissionRules.every(({ placeSetId }) => placeSetId === undefined)) return file;
  const { placeSets, admissionRules, ...rest } = known.data;
  const rules = admissionRules.map(({ placeSetId, ...rule }) => {
    if (placeSetId === undefined) return rule;
    const places = placeSets.find((set) => set.placeSetId === placeSetId);
    if (!places)
      throw new Error(
        `准入规则引用了不存在的地点集 ${placeSetId}。 A rule names a set of places that is not there: ${placeSetId}.`,
      );
    return { ...rule, places };
  });
  return { ...rest, placeSets, admissionRules: rules };
}
