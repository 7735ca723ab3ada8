import type { endVehicle as endpoint } from '@tongcheng/shared/coaches/fleet-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { AuditNeeds } from '../../audit/chain';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { endEntry } from './end-entry';
import { coachVehicles } from './fleet-record';
import { operatorOfCity } from './operator-of-city';

/** Takes a vehicle out of use, on record; one that was added by mistake is removed. */
export const endVehicle: UseCase<typeof endpoint, CoachNeeds & AuditNeeds> = async (needs, caller, input) => {
  const theirs = await operatorOfCity(needs, caller, input);
  if (!theirs.ok) return fail(theirs.failure.code);
  const { vehicleId, reason } = input;
  const isMistake = reason === 'typed-wrong';
  const changedBy = caller.officialId;
  const ended = await endEntry(needs, coachVehicles, {
    ...{ id: vehicleId, by: changedBy, of: input, recordedAs: isMistake ? 'remove-vehicle' : 'end-vehicle' },
    change: isMistake
      ? undefined
      : ({ _v, ...known }, now) => ({ ...known, changedAt: now, changedBy, outOfUse: { since: now, reason } }),
  });
  return ended ? ok({}) : fail('fleet-entry-unknown');
};
