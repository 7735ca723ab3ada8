import type * as api from '@tongcheng/shared/identity/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import type { StandingNeeds } from './ask-standing';
import { withFreshStanding } from './ask-standing';
import { readAccount } from './change-account';
import type { RiderSessionNeeds } from './rider-session';
import { riderSession } from './rider-session';
import { renewSession } from './sessions';

/** Renews a session and brings the latest standing into its token. */
export const refresh: UseCase<typeof api.refresh, RiderSessionNeeds & StandingNeeds> = async (
  needs,
  _caller,
  input,
) => {
  const session = await renewSession(needs, 'rider', input.refreshToken);
  if (session === 'ended') return fail('session-ended');
  const { _v, ...account } = await readAccount(needs.store, session.subject);
  return ok(await riderSession(needs, session, await withFreshStanding(needs, account)));
};
