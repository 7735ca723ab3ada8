import { newId } from '@tongcheng/shared/ids';
import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { addressGroup } from '../sessions/address-group';
import type { Limits } from '../sessions/limits';
import { endSession, openSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { invitationId, invitations, staffMembers } from './staff-record';
import { staffSession } from './staff-session';
import { enterAsVisitor, type VisitorNeeds } from './visitors/enter-as-visitor';

/** Wrong ones from one group of addresses: then they are told apart from a mistyped one, by words and status. */
const attemptAllowance = { max: 10, perSeconds: 60 } as const;

/**
 * Staff sign in with an invitation, once (the first who names it). Unknown, used and expired ones are told alike. A right one is
 * always listened to, however many wrong ones came from the same network: 60 bits are not guessed, and a station shares an address (decision 145).
 */
export const acceptInvitation: UseCase<
  typeof api.acceptInvitation,
  VisitorNeeds & { readonly limits: Limits }
> = async (needs, caller, input) => {
  const refused = () =>
    needs.limits.take(`invitation.${addressGroup(caller.address)}`, attemptAllowance)
      ? fail('invitation-refused')
      : fail('invitation-limited', { until: needs.limits.endOf(attemptAllowance) });
  const held = await needs.store.get(invitations, invitationId(input.invitation));
  const now = needs.clock.now();
  if (!held || held.staffId !== undefined || held.revokedAt !== undefined || held.expiresAt <= now) return refused();
  if (held.visitors) return enterAsVisitor(needs, caller.address, held, input.displayName);
  const { _v, ...invitation } = held;
  const staffId = newId(now, needs.chance.bytes);
  const used = { ...invitation, staffId };
  if ((await needs.store.update(invitations, used, _v)) !== 'updated') return refused();
  const { _id, expiresAt: _expiresAt, ...granted } = invitation;
  const staff = { _id: staffId, displayName: input.displayName, ...granted };
  await needs.store.insert(staffMembers, staff);
  const session = await openSession(needs, 'staff', staffId);
  // Revoked meanwhile: whoever revoked found no session to end yet.
  if ((await needs.store.get(invitations, _id))?.revokedAt === undefined)
    return ok(await staffSession(needs, session, staff));
  await endSession(needs, session.sessionId);
  return refused();
};
