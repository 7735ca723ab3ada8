import type { OfficialRole } from '@tongcheng/shared/access';
import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Jurisdiction } from '@tongcheng/shared/scope';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { type SessionNeeds, sessions } from '../sessions/session-record';
import { endSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { officials } from './official-record';
import { overseesAllOf } from './revoke-official';

type Ending = Jurisdiction & { readonly officialId: string; readonly roles: readonly OfficialRole[] };

/** One ends one's own sign-ins; administrators those of officials all of whose places are theirs. */
export const mayEndFor = (caller: Ending, of: Jurisdiction & { readonly officialId: string }): boolean =>
  of.officialId === caller.officialId || (caller.roles.includes('administrator') && overseesAllOf(caller, of));

/** Ends one sign-in of an official, on record first: its tokens stop on every instance within five seconds. The official may sign in again. */
export const endSignIn: UseCase<typeof api.endSignIn, SessionNeeds & AuditNeeds> = async (
  needs,
  caller,
  { sessionId },
) => {
  const session = await needs.store.get(sessions, sessionId);
  if (session?.kind !== 'official' || session.ended) return fail('session-not-yours');
  const where = { officialId: session.subject };
  const [of] = (await needs.store.find(officials, { where, limit: 1 })).items;
  if (!of || !mayEndFor(caller, of)) return fail('session-not-yours');
  const access = { who: caller.officialId, city: '', what: of.officialId, reason: 'end-sign-in', counts: {} };
  await recordAccess(needs, { purpose: 'official-credentials', ...access });
  await endSession(needs, sessionId);
  return ok({});
};
