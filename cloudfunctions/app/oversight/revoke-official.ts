import type { revokeOfficial as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { type Jurisdiction, oversees } from '@tongcheng/shared/scope';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import type { SessionNeeds } from '../sessions/session-record';
import { endSessionsOf } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { allOfficials, replaceOfficial, wouldLackAdministrator } from './appointments/administrators';
import { officials } from './official-record';

/** Whether somebody acts in every place of another, who has at least one. */
export const overseesAllOf = (caller: Jurisdiction, { cities, provinces = [] }: Jurisdiction): boolean =>
  cities.length + provinces.length > 0 &&
  cities.every((code) => oversees(caller, { level: 'city', code })) &&
  provinces.every((code) => oversees(caller, { level: 'province', code }));

/**
 * Revokes an official all of whose places are the caller's, on record first: they sign in no more, and their sessions
 * end on every instance within five seconds. Never oneself, and never the last administrator of a place; `npm run officials -- reset` lets one in again.
 */
export const revokeOfficial: UseCase<typeof endpoint, SessionNeeds & AuditNeeds> = async (
  needs,
  caller,
  { officialId, reason },
) => {
  if (officialId === caller.officialId) return fail('official-is-you');
  const [stored] = (await needs.store.find(officials, { where: { officialId }, limit: 1 })).items;
  if (!stored || !overseesAllOf(caller, stored)) return fail('official-unknown');
  if (wouldLackAdministrator(await allOfficials(needs), stored, undefined)) return fail('last-administrator');
  const { _v, ...official } = stored;
  const access = { who: caller.officialId, city: '', what: officialId, reason: 'revoke', counts: {} };
  await recordAccess(needs, { purpose: 'official-credentials', ...access });
  const end = { revokedAt: needs.clock.now(), revokedBy: caller.officialId, revokedReason: reason };
  const revoked = { ...end, ...official };
  const outcome = await replaceOfficial(needs, stored, revoked);
  if (outcome === 'conflict') return revokeOfficial(needs, caller, { officialId, reason });
  if (outcome === 'last-administrator') return fail(outcome);
  await endSessionsOf(needs, officialId);
  return ok({ revokedAt: revoked.revokedAt });
};
