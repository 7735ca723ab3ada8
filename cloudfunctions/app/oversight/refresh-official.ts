import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { renewSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { officials } from './official-record';
import type { OfficialSessionNeeds } from './official-session';
import { officialSession } from './official-session';

/** Renews an official's session with the roles and cities of now. */
export const refreshOfficial: UseCase<typeof api.refreshOfficial, OfficialSessionNeeds> = async (
  needs,
  _caller,
  input,
) => {
  const session = await renewSession(needs, 'official', input.refreshToken);
  if (session === 'ended') return fail('session-ended');
  const { items } = await needs.store.find(officials, { where: { officialId: session.subject }, limit: 1 });
  const [record] = items;
  if (!record || record.revokedAt !== undefined) return fail('session-ended');
  return ok(await officialSession(needs, session, record));
};
