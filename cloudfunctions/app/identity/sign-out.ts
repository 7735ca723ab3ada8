import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import type { SessionNeeds } from './sessions';
import { endSession, endSessionsOf } from './sessions';

/** Ends this session, or every session of the account; tokens stop within seconds. */
export const signOut: UseCase<typeof api.signOut, SessionNeeds> = async (needs, caller, { everywhere }) => {
  if (everywhere) await endSessionsOf(needs, caller.accountId);
  await endSession(needs, caller.sessionId);
  return ok({});
};
