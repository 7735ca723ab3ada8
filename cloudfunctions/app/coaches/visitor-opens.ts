import { type StaffCaller, scopeOfStaff } from '@tongcheng/shared/caller';
import type { CrewEvent } from '@tongcheng/shared/coaches/wire';

/**
 * L-06: what a crew from outside the province tells, marked as such, whatever its phone says; a departure it confirms leaves from the station whose visitor
 * code let it in. Undefined where it leaves from elsewhere.
 */
export function asVisitor(caller: StaffCaller, city: string, told: CrewEvent): CrewEvent | undefined {
  if (caller.visitor !== true || told.kind !== 'opened') return told;
  const scope = scopeOfStaff(caller);
  const [stationId] = scope.kind === 'stations' ? scope.stationIds : [];
  const { origin } = told;
  const isHere = city === caller.city && (origin.city === undefined || origin.city === city);
  if (stationId === undefined || !isHere || (origin.stationId ?? stationId) !== stationId) return undefined;
  return { ...told, origin: { ...origin, city, stationId }, outside: true };
}
