import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { revokeStaff as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Instant } from '@tongcheng/shared/time';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import type { SessionNeeds } from '../sessions/session-record';
import { endSessionsOf } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { staffMembers } from './staff-record';

/**
 * Revokes a member of staff of a city of the caller, on record first: their session ends on every instance within five
 * seconds, and is not renewed. Again is no harm: open sessions are looked for anew each time.
 */
export const revokeStaff: UseCase<typeof endpoint, SessionNeeds & AuditNeeds> = (needs, caller, input) =>
  endStaff(needs, caller, input);

/** The same for whoever signed in by an invitation that is revoked. */
export async function endStaff(
  needs: SessionNeeds & AuditNeeds,
  caller: OfficialCaller,
  { staffId, reason }: { readonly staffId: string; readonly reason: string },
): Promise<Result<{ readonly revokedAt: Instant }, 'staff-not-yours'>> {
  const stored = await needs.store.get(staffMembers, staffId);
  if (!stored || !oversees(caller, cityScope(stored.city))) return fail('staff-not-yours');
  const { _v, ...staff } = stored;
  const access = { who: caller.officialId, city: staff.city, what: staffId, reason: 'revoke', counts: {} };
  await recordAccess(needs, { purpose: 'staff-access', ...access });
  const end = { revokedAt: needs.clock.now(), revokedBy: caller.officialId, revokedReason: reason };
  const revoked = { ...end, ...staff };
  if ((await needs.store.update(staffMembers, revoked, _v)) === 'conflict')
    return endStaff(needs, caller, { staffId, reason });
  await endSessionsOf(needs, staffId);
  return ok({ revokedAt: revoked.revokedAt });
}
