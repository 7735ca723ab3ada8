import type { Passenger } from '@tongcheng/shared/coaches/manifest';
import type { ManifestRow } from '@tongcheng/shared/coaches/wire';
import type { DayVault } from '../../vault/vault';
import { eventKey } from './departure-event-record';
import type { ReadDeparture } from './read-departure';
import { legOf } from './record-event';

/** Somebody on the manifest, masked. */
export function manifestRow(day: DayVault, { departureId, records }: ReadDeparture, each: Passenger): ManifestRow {
  const { passenger, best, onArrival, presence } = each;
  const key = eventKey(departureId, best.eventId);
  const sealed = records.find(({ _id }) => _id === key)?.sealed;
  if (sealed === undefined) throw new Error('a registration without facts');
  const seat = each.registrations.map((one) => one.seat).find((one) => one !== undefined);
  return {
    passenger,
    ...day.maskedFacts(key, sealed),
    ...(seat !== undefined && { seat }),
    ...legOf(best),
    ...{ source: best.source, onArrival },
    ...(presence && { presence }),
  };
}
