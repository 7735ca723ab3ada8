import type { DepartureManifest, Passenger } from '@tongcheng/shared/coaches/manifest';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import { offRouteCount } from '@tongcheng/shared/coaches/off-route';
import type { Gap } from '@tongcheng/shared/reports/coach-words';
import type { PassengerCells } from './passenger-cells';

/** What is incomplete about a departure; `completePercent` of those aboard have to be registered. */
export function departureGaps(manifest: DepartureManifest, completePercent: number): readonly Gap[] {
  const { departure, opened } = manifest;
  if (departure.phase === 'cancelled') return [];
  if (!opened) return ['not-confirmed'];
  const { aboard = 0, registered, over } = figuresOf(manifest);
  const isComplete = registered * 100 >= aboard * completePercent;
  const hasLeft = 'departedAt' in departure && departure.unsaid !== true;
  return [
    ...(isComplete ? [] : ['missing' as const]),
    ...(over > 0 ? ['over' as const] : []),
    ...(offRouteCount(manifest) > 0 ? ['off-route' as const] : []),
    ...(hasLeft ? [] : ['not-left' as const]),
    ...(departure.phase === 'closed' ? [] : ['not-verified' as const]),
  ];
}

/** What is incomplete about a passenger; phones are there or not in every form, addresses are known in the full one. */
export function passengerGaps(
  { presence, onArrival }: Passenger,
  { person, addressBefore, addressThere }: PassengerCells,
  asksAddresses: boolean,
): readonly Gap[] {
  const lacksAddress = addressBefore === '' || addressThere === '';
  return [
    ...(person[3] === '' ? ['no-phone' as const] : []),
    ...(asksAddresses && lacksAddress ? ['no-addresses' as const] : []),
    ...(presence === 'absent' ? ['absent' as const] : []),
    ...(onArrival ? ['added' as const] : []),
  ];
}
