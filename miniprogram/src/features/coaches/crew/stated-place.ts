import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { plainText } from '@tongcheng/shared/typed-text';

/** The place that was typed, with its city where it is one of the lists. */
export function statedPlace(typed: string, { places }: OutputOf<typeof listPlaces>, own: string | undefined) {
  const name = plainText(typed);
  const found = places.find((place) => place.name.zh === name || place.name.en === name);
  const city = found?.city ?? own;
  return {
    name,
    ...(city !== undefined && { city }),
    ...(found?.stationId !== undefined && { stationId: found.stationId }),
  };
}
