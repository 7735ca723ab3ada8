import { isInScope } from '@tongcheng/shared/coaches/completeness';
import type { listFleet as endpoint } from '@tongcheng/shared/coaches/fleet-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { linesOfOperator, vehiclesOf } from './fleet-of';
import { operatorOfCity } from './operator-of-city';

/** The vehicles of an operator by their plates, its lines by their numbers; what is out of use is among them. */
export const listFleet: UseCase<typeof endpoint, CoachNeeds> = async (needs, caller, input) => {
  const theirs = await operatorOfCity(needs, caller, input);
  if (!theirs.ok) return fail(theirs.failure.code);
  const { rules } = theirs.value;
  const [vehicles, lines] = await Promise.all([
    vehiclesOf(needs, input.operatorId),
    linesOfOperator(needs, input.operatorId),
  ]);
  return ok({
    vehicles: vehicles.map(({ _id: vehicleId, facts, changedAt, changedBy, outOfUse }) => ({
      ...{ vehicleId, ...facts, changedAt, changedBy },
      ...(outOfUse && { outOfUse }),
    })),
    lines: lines.map((line) => {
      const { _id: lineId, service, serviceNumber, lineClass, origin, destination, stops } = line;
      const { changedAt, changedBy, outOfUse } = line;
      return {
        ...{ lineId, service, serviceNumber, origin, destination, stops: [...stops], changedAt, changedBy },
        inScope: isInScope(rules, line),
        ...(lineClass !== undefined && { lineClass }),
        ...(outOfUse && { outOfUse }),
      };
    }),
  });
};
