import type { revokeInvitation as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import type { SessionNeeds } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { endStaff } from './revoke-staff';
import { invitations } from './staff-record';
import { endVisitors } from './visitors/end-visitors';

/**
 * Revokes an invitation to a city of the caller, on record first: nobody signs in with it any more. Somebody who did
 * already, perhaps while the list was being read, is revoked too.
 */
export const revokeInvitation: UseCase<typeof endpoint, SessionNeeds & AuditNeeds> = async (needs, caller, input) => {
  const { invitationId, reason } = input;
  const stored = await needs.store.get(invitations, invitationId);
  if (!stored || !oversees(caller, cityScope(stored.city))) return fail('invitation-unknown');
  const { _v, ...invitation } = stored;
  const access = { who: caller.officialId, city: invitation.city, what: invitationId, reason: 'revoke', counts: {} };
  await recordAccess(needs, { purpose: 'staff-access', ...access });
  const end = { revokedAt: needs.clock.now(), revokedBy: caller.officialId, revokedReason: reason };
  const revoked = { ...end, ...invitation };
  if ((await needs.store.update(invitations, revoked, _v)) === 'conflict')
    return revokeInvitation(needs, caller, input);
  const { staffId } = invitation;
  if (staffId !== undefined) await endStaff(needs, caller, { staffId, reason });
  if (invitation.visitors) await endVisitors(needs, caller, invitation, reason);
  return ok({ revokedAt: revoked.revokedAt });
};
