import type { Completeness, Lack } from '@tongcheng/shared/coaches/completeness';
import type { DepartureManifest, Passenger } from '@tongcheng/shared/coaches/manifest';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import { offRouteCount } from '@tongcheng/shared/coaches/off-route';
import type { Gap } from '@tongcheng/shared/reports/coach-words';
import type { PassengerCells } from './passenger-cells';

const lackGaps = {
  confirmation: 'not-confirmed',
  ledger: 'ledger-missing',
  'ticket-scans': 'missing',
  registrations: 'missing',
} as const satisfies Readonly<Record<Lack, Gap>>;

/** What is incomplete about a departure; nothing of one that was registered voluntarily (L-01). */
export function departureGaps(manifest: DepartureManifest, { standing, lacks }: Completeness): readonly Gap[] {
  const { departure, opened } = manifest;
  if (standing === 'cancelled' || standing === 'voluntary') return [];
  if (!opened) return ['not-confirmed'];
  const { over } = figuresOf(manifest);
  const hasLeft = 'departedAt' in departure && departure.unsaid !== true;
  return [
    ...(lacks ? [lackGaps[lacks]] : []),
    ...(standing === 'ledger-awaited' ? ['ledger-awaited' as const] : []),
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
