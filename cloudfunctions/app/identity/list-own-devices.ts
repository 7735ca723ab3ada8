import type * as api from '@tongcheng/shared/identity/api';
import { ok } from '@tongcheng/shared/result';
import type { SessionNeeds } from '../sessions/session-record';
import { sessions } from '../sessions/session-record';
import { timesOf } from '../sessions/session-times';
import type { UseCase } from '../use-case';
import { ownAccounts } from './account/accounts-of';

/** Nobody has more; the latest are shown. */
const maxShown = 50;

/** Where the rider is signed in, on any platform that they may speak for, the latest first. */
export const listOwnDevices: UseCase<typeof api.listOwnDevices, SessionNeeds> = async (needs, caller) => {
  const { store, clock } = needs;
  const found = [];
  for (const { _id: subject, provider } of (await ownAccounts(store, caller)).all) {
    const where = { subject, ended: false };
    for await (const batch of store.stream(sessions, { where }))
      for (const session of batch) {
        const { openedAt: signedInAt, renewedAt: lastUsedAt, expiresAt } = timesOf(needs, session);
        const here = session._id === caller.sessionId;
        if (expiresAt > clock.now()) found.push({ deviceId: session._id, provider, signedInAt, lastUsedAt, here });
      }
  }
  const latest = found.sort((one, other) => other.lastUsedAt - one.lastUsedAt);
  return ok({ devices: latest.slice(0, maxShown) });
};
