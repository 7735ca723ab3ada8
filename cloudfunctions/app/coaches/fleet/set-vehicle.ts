import type { setVehicle as endpoint } from '@tongcheng/shared/coaches/fleet-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { AuditNeeds } from '../../audit/chain';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { coachVehicles, sealVehicle, type VehicleRecord } from './fleet-record';
import { keepEntry, mostEntries } from './keep-entry';
import { operatorOfCity } from './operator-of-city';

/** Adds a vehicle to an operator's list or changes it, on record. A plate is in use with one operator of a city at a time. */
export const setVehicle: UseCase<typeof endpoint, CoachNeeds & AuditNeeds> = async (needs, caller, input) => {
  const { city, operatorId, ...facts } = input;
  const theirs = await operatorOfCity(needs, caller, input);
  if (!theirs.ok) return fail(theirs.failure.code);
  const vehicleId = await needs.vault.blindIndex('coach-vehicle', `${city}:${facts.plate}`);
  const isElsewhere = (known: VehicleRecord | undefined) =>
    known !== undefined && known.operatorId !== operatorId && known.outOfUse === undefined;
  const known = await needs.store.get(coachVehicles, vehicleId);
  if (isElsewhere(known)) return fail('vehicle-elsewhere');
  if (known?.operatorId !== operatorId && (await needs.store.count(coachVehicles, { operatorId })) >= mostEntries)
    return fail('fleet-full');
  const who = caller.officialId;
  await recordAccess(needs, { purpose: 'coach-fleet', who, city, what: vehicleId, reason: 'set-vehicle', counts: {} });
  const next = {
    ...{ _id: vehicleId, city, operatorId, changedAt: needs.clock.now(), changedBy: who },
    sealed: sealVehicle(needs.vault, vehicleId, facts),
  };
  const came = await keepEntry(needs.store, coachVehicles, vehicleId, (there) =>
    isElsewhere(there) ? undefined : next,
  );
  return came === 'kept' ? ok({ vehicleId }) : fail('vehicle-elsewhere');
};
