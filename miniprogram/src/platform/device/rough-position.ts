import type { RoughPosition } from '@tongcheng/shared/rides/wire';

/** Three digits are some hundred metres: enough to see that a scan was made far away, and no more than that is sent. */
const digits = 3;
const roundedMetres = 100;

/** A place made rough before it leaves the phone; undefined where the platform gave none. */
export function roughPosition(
  latitude: unknown,
  longitude: unknown,
  accuracyMetres: unknown,
): RoughPosition | undefined {
  const [lat, lng, accuracy] = [Number(latitude), Number(longitude), Number(accuracyMetres)];
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) return undefined;
  const known = accuracy >= 0 ? accuracy : 0;
  return {
    lat: Number(lat.toFixed(digits)),
    lng: Number(lng.toFixed(digits)),
    accuracyMetres: Math.min(100_000, Math.ceil(known) + roundedMetres),
  };
}
