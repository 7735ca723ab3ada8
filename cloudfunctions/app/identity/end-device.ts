import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { SessionNeeds } from '../sessions/session-record';
import { sessions } from '../sessions/session-record';
import { endSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { ownAccounts } from './account/accounts-of';

/** Signs one of the rider's own devices out, within seconds; anybody else's is as unknown as none. */
export const endDevice: UseCase<typeof api.endDevice, SessionNeeds> = async (needs, caller, { deviceId }) => {
  const session = await needs.store.get(sessions, deviceId);
  const { all } = await ownAccounts(needs.store, caller);
  if (!session || session.ended || !all.some(({ _id }) => _id === session.subject)) return fail('device-unknown');
  await endSession(needs, deviceId);
  return ok({});
};
