import type { setLine as endpoint } from '@tongcheng/shared/coaches/fleet-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { AuditNeeds } from '../../audit/chain';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { placeNames } from '../ledger/place-names';
import { lineIdOf, operatorLines } from './fleet-record';
import { keepEntry, mostEntries } from './keep-entry';
import { operatorOfCity } from './operator-of-city';

/** Adds a line, or a charter that runs again and again, to an operator's list or changes it, on record. */
export const setLine: UseCase<typeof endpoint, CoachNeeds & AuditNeeds> = async (needs, caller, input) => {
  const { city, operatorId, service, serviceNumber, lineClass } = input;
  const theirs = await operatorOfCity(needs, caller, input);
  if (!theirs.ok) return fail(theirs.failure.code);
  if ((service === 'line') !== (lineClass !== undefined)) return fail('line-class-missing');
  const { placeOf } = await placeNames(needs.store, city);
  const [origin, destination] = [placeOf(input.origin), placeOf(input.destination)];
  const lineId = await lineIdOf(needs.vault, operatorId, { serviceNumber, origin, destination });
  if (!(await needs.store.get(operatorLines, lineId)))
    if ((await needs.store.count(operatorLines, { operatorId })) >= mostEntries) return fail('fleet-full');
  const who = caller.officialId;
  await recordAccess(needs, { purpose: 'coach-fleet', who, city, what: lineId, reason: 'set-line', counts: {} });
  await keepEntry(needs.store, operatorLines, lineId, () => ({
    ...{ _id: lineId, city, operatorId, service, serviceNumber, origin, destination },
    ...{ stops: input.stops.map(placeOf), changedAt: needs.clock.now(), changedBy: who },
    ...(lineClass !== undefined && { lineClass }),
  }));
  return ok({ lineId });
};
