import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { renewSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { staffMembers } from './staff-record';
import type { StaffSessionNeeds } from './staff-session';
import { staffSession } from './staff-session';

/** Renews the session of a verification screen within its shift. */
export const refreshStaff: UseCase<typeof api.refreshStaff, StaffSessionNeeds> = async (needs, _caller, input) => {
  const session = await renewSession(needs, 'staff', input.refreshToken);
  if (session === 'ended') return fail('session-ended');
  const staff = await needs.store.get(staffMembers, session.subject);
  if (!staff || staff.revokedAt !== undefined) return fail('session-ended');
  return ok(await staffSession(needs, session, staff));
};
