import type { ClearPassenger } from '@tongcheng/shared/coaches/extracts-api';
import type { Passenger } from '@tongcheng/shared/coaches/manifest';
import type { DayVault } from '../../../vault/vault';
import { plateOf } from '../crew-facts';
import { eventKey } from '../departure-event-record';
import { departsAtOf, detailsOf } from '../departure-view';
import type { ReadDeparture } from '../read-departure';

/** Passengers of a departure in the clear, all of them when nobody is named. Callers record the access first. */
export function clearPassengers(
  vault: DayVault,
  read: ReadDeparture,
  passengers: readonly Passenger[] = read.manifest.passengers,
): readonly ClearPassenger[] {
  const { service, serviceNumber, origin, destination } = detailsOf(read);
  const plate = plateOf(vault, read);
  const trip = {
    ...{ departureId: read.departureId, departsAt: departsAtOf(read) },
    ...(plate !== undefined && { plate }),
    ...(service && { service }),
    ...(serviceNumber !== undefined && { serviceNumber }),
    ...(origin && { origin }),
    ...(destination && { destination }),
  };
  return passengers.map((each) => ({ ...trip, ...clearFacts(vault, read, each) }));
}

function clearFacts(vault: DayVault, { departureId, records }: ReadDeparture, each: Passenger) {
  const { best, onArrival, presence, registrations } = each;
  const key = eventKey(departureId, best.eventId);
  const sealed = records.find(({ _id }) => _id === key)?.sealed;
  if (sealed === undefined) throw new Error('a registration without facts');
  const { name, documentKind, documentNumber, phone, addressBefore, addressThere } = vault.openFacts(key, sealed);
  const seat = registrations.map((one) => one.seat).find((one) => one !== undefined);
  return {
    ...{ name, documentKind, documentNumber, phone, source: best.source, onArrival },
    ...(addressBefore !== undefined && { addressBefore }),
    ...(addressThere !== undefined && { addressThere }),
    ...(seat !== undefined && { seat }),
    ...(presence && { presence }),
  };
}
