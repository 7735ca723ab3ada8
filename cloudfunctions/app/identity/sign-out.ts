import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import type { SessionNeeds } from '../sessions/session-record';
import { endSession, endSessionsOf } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { ownAccounts } from './account/accounts-of';

/** Ends this session, or every session of the rider on any platform; tokens stop within seconds. */
export const signOut: UseCase<typeof api.signOut, SessionNeeds> = async (needs, caller, { everywhere }) => {
  if (everywhere) for (const { _id } of (await ownAccounts(needs.store, caller)).all) await endSessionsOf(needs, _id);
  await endSession(needs, caller.sessionId);
  return ok({});
};
