import type { EndpointInput } from '@tongcheng/shared/client';
import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import { useEffect, useRef } from 'react';
import { usePhone } from '../../client/phone';

type Registration = EndpointInput<'coaches.register-passenger'>;

/**
 * While no crew has confirmed a departure, nobody knows its way and a place would be compared with nothing: it stays on the phone, in memory, and goes with
 * the same registration once the confirmation is there, while the page is open (decision 233). Gives what keeps one.
 */
export function useLatePlaces(code: string, seen: ScannedDeparture | undefined) {
  const { rider } = usePhone();
  const kept = useRef<
    { readonly code: string; readonly registration: Registration; readonly position: RoughPosition }[]
  >([]);
  const isKnown = seen !== undefined && seen.phase !== 'planned';
  useEffect(() => {
    if (!isKnown) return;
    const waiting = kept.current.filter((each) => each.code === code);
    kept.current = [];
    for (const { registration, position } of waiting)
      rider.call('coaches.register-passenger', { ...registration, position }).catch(() => undefined);
  }, [rider, code, isKnown]);
  return (registration: Registration, position: RoughPosition): void => {
    kept.current.push({ code, registration, position });
  };
}
