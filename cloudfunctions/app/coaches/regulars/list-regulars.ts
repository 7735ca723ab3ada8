import type { listRegulars as endpoint } from '@tongcheng/shared/coaches/regulars-api';
import { fail, ok } from '@tongcheng/shared/result';
import { type AttemptNeeds, takeAttempt } from '../../identity/attempts/take-attempt';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { staffDeparture } from '../staff-departure';
import { regularsOf, serviceOf } from './regular-record';

/** Looks of one member of staff a day: at each coach of a shift some, too few to watch who comes. */
const looksADay = 200;

/**
 * L-07: the regulars of a departure's service, masked, for whoever may register there and only until it leaves. The list holds who agreed and nobody
 * else, and cannot be searched: it says of nobody whether they are known.
 */
export const listRegulars: UseCase<typeof endpoint, CoachNeeds & AttemptNeeds> = async (needs, caller, input) => {
  const found = await staffDeparture(needs, caller, input);
  if (!found.ok) return found;
  const { read, day } = found.value;
  if (read.manifest.departure.phase !== 'open') return fail('departure-left');
  // L-06: whoever came in by a posted code could open a departure of any service to read who rides it.
  if (caller.visitor) return ok({ regulars: [] });
  if (!(await takeAttempt(needs, `coach-regulars.${caller.staffId}`, looksADay))) return fail('too-many-tries');
  const service = await serviceOf(needs.vault, read);
  const held = service ? await regularsOf(needs.store, service.mark, needs.clock.now()) : [];
  const there = new Set(read.manifest.passengers.map(({ passenger }) => passenger));
  const rows = held.map(async ({ _id: regularId, personId }) => {
    // Sealed for nobody and let go: it tells whose place on this manifest is theirs, and no fact leaves the vault.
    const copied = await needs.vault.copyFacts(personId, day, regularId);
    const masked = await needs.vault.masked(personId);
    if (!copied || !masked || there.has(day.pseudonym(copied.subject))) return [];
    const { maskedName, documentKind, maskedDocument } = masked;
    return [{ regularId, maskedName, documentKind, maskedDocument }];
  });
  return ok({ regulars: (await Promise.all(rows)).flat() });
};
