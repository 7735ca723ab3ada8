import type * as api from '@tongcheng/shared/identity/api';
import { idTime } from '@tongcheng/shared/ids';
import { ok } from '@tongcheng/shared/result';
import type { SessionNeeds } from '../sessions/session-record';
import { sessions } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { ownAccounts } from './account/accounts-of';

/** Nobody has more; the latest are shown. */
const maxShown = 50;

/** Where the rider is signed in, on any platform that they may speak for, the latest first. */
export const listOwnDevices: UseCase<typeof api.listOwnDevices, SessionNeeds> = async ({ store, clock }, caller) => {
  const found = [];
  for (const { _id: subject, provider } of (await ownAccounts(store, caller)).all) {
    const where = { subject, ended: false };
    for await (const batch of store.stream(sessions, { where }))
      for (const { _id, renewedAt, expiresAt } of batch)
        if (expiresAt > clock.now())
          found.push({
            deviceId: _id,
            provider,
            signedInAt: idTime(_id),
            lastUsedAt: renewedAt,
            here: _id === caller.sessionId,
          });
  }
  const latest = found.sort((one, other) => other.lastUsedAt - one.lastUsedAt);
  return ok({ devices: latest.slice(0, maxShown) });
};
