import type { revokePass as endpoint } from '@tongcheng/shared/passes/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { type MonthIssuesNeeds, revokeIssue } from './month-issues';
import { passCity } from './pass-city';
import { type PassRecord, passDay, passes } from './pass-record';

interface Needs extends MonthIssuesNeeds {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly cityOf: CityOf;
}

/** A rider revokes a pass of their own, as after a phone was lost: validators learn it from the status list within minutes. It stays counted. */
export const revokePass: UseCase<typeof endpoint, Needs> = async (needs, { personId, memberId }, { city, passId }) => {
  const chosen = await passCity(needs.cityOf, city);
  if (!chosen.ok) return chosen;
  const { vault } = needs;
  const subject = personId === undefined || memberId !== undefined ? undefined : await vault.subjectOfPerson(personId);
  if (subject === undefined) return fail('not-authenticated');
  const day = passDay(passId);
  const key = (await vault.liveDays()).some(
    (live) => live.keyClass === 'city' && live.city === city && live.day === day,
  )
    ? await vault.day(city, day)
    : undefined;
  const { items } = await needs.store.find(passes, { where: { day, city, passId }, limit: 1 });
  const [pass] = items;
  if (!key || !pass || pass.pseudonym !== key.pseudonym(subject)) return fail('pass-unknown');
  await markRevoked(needs.store, pass._id);
  await revokeIssue(needs, subject, pass);
  return ok({});
};

/** Marks the record, from which the status list is made. */
async function markRevoked(store: DocumentStore, id: string): Promise<void> {
  const held = await store.get(passes, id);
  if (!held || held.isRevoked) return;
  const { _v, ...pass } = held;
  const revoked: PassRecord = { ...pass, isRevoked: true };
  if ((await store.update(passes, revoked, _v)) === 'conflict') await markRevoked(store, id);
}
