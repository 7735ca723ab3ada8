import type * as api from '@tongcheng/shared/coaches/api';
import type { KnownPlace } from '@tongcheng/shared/coaches/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { provinceOf as provinceCodeOf } from '@tongcheng/shared/scope';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { coachRulesOf } from '@tongcheng/shared/venues/coach-rules';
import type { UseCase } from '../use-case';
import { cities } from '../venues/records';
import { coachCity } from './coach-city';
import type { CoachNeeds } from './deliver-events';

/** A capital outside every province that uses the product, towards which addresses are asked for (L-03). */
const beijing: KnownPlace = { name: { zh: '北京', en: 'Beijing' }, city: '110000' };

/** The stations and cities that crews choose from, for phones to keep: departures are registered without a network too. */
export const listPlaces: UseCase<typeof api.listPlaces, CoachNeeds & { readonly publicUrl: string }> = async (
  needs,
  caller,
  _input,
) => {
  const own = await coachCity(needs, caller.city);
  if (!own.ok) return fail(own.failure.code);
  const places: KnownPlace[] = [];
  for await (const batch of needs.store.stream(cities, { where: {} }))
    for (const { settings } of batch) places.push(...(await placesOf(needs, settings)));
  const { asksAddressesTo, remindMinutesBefore } = own.value.rules;
  const isBeijingKnown = places.some(({ city }) => city === beijing.city);
  return ok({
    places: isBeijingKnown || !asksAddressesTo.includes(beijing.city) ? places : [...places, beijing],
    asksAddressesTo: [...asksAddressesTo],
    remindMinutesBefore: [...remindMinutesBefore],
    publicUrl: needs.publicUrl,
  });
};

/** The city itself and each of its stations; nothing where it has no coaches. */
async function placesOf({ provinceOf }: CoachNeeds, settings: CitySettings): Promise<readonly KnownPlace[]> {
  const rules = coachRulesOf(settings, await provinceOf(provinceCodeOf(settings.city)));
  if (!rules) return [];
  const { city, name } = settings;
  return [
    { name, city },
    ...rules.stations.map((station) => ({ name: station.name, city, stationId: station.stationId })),
  ];
}
