import type * as api from '@tongcheng/shared/oversight/api';
import { ok } from '@tongcheng/shared/result';
import type { SessionNeeds } from '../sessions/session-record';
import { endSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';

/** Ends the staff session of this screen; its tokens stop within seconds. */
export const signOutStaff: UseCase<typeof api.signOutStaff, SessionNeeds> = async (needs, caller) => {
  await endSession(needs, caller.sessionId);
  return ok({});
};
