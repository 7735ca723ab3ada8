import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import { roughPosition } from './rough-position';

/** A place of the last minutes does; longer than this no browser is waited for. */
const asked = { enableHighAccuracy: false, maximumAge: 120_000, timeout: 20_000 } as const;

/** Where the phone is, roughly; undefined where rider or browser say no. The browser asks the rider itself. */
export const readPosition = (): Promise<RoughPosition | undefined> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(roughPosition(coords.latitude, coords.longitude, coords.accuracy)),
      () => resolve(undefined),
      asked,
    );
  });
