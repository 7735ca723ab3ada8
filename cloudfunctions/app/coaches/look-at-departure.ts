import type * as api from '@tongcheng/shared/coaches/api';
import { coachFailures } from '@tongcheng/shared/coaches/failures';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { plateOf } from './crew-facts';
import { departureOfCode, type ResolveNeeds } from './resolve-departure';
import { scannedDeparture } from './scanned-departure';

/**
 * After scanning: which coach this is, whom the account registered, or why the code no longer holds. Whoever registered somebody by it sees these also
 * when the coach has arrived, was cancelled or runs with another coach, which is the one then named: they have to show their code on arrival, after a reload too.
 */
export const lookAtDeparture: UseCase<typeof api.lookAtDeparture, ResolveNeeds> = async (needs, caller, { code }) => {
  const found = await departureOfCode(needs, code);
  if (!found.ok) return found;
  const { ended, day, read } = found.value;
  if (ended === 'departure-past') return fail(ended);
  const seen = await scannedDeparture(needs, found.value, caller);
  if (!ended) return ok(seen);
  if (seen.own.length === 0) return fail(ended);
  const { zh, en } = coachFailures[ended];
  const plate = plateOf(day, read) ?? seen.plate;
  return ok({ ...seen, plate, tickets: [], ended: { code: ended, zh, en } });
};
