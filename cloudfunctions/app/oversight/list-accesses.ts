import type { listAccesses as endpoint } from '@tongcheng/shared/oversight/api';
import type { AccessRow } from '@tongcheng/shared/oversight/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { type FoundAccess, searchAccessLog } from '../audit/search-access-log';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { officials } from './official-record';
import { staffMembers } from './staff-record';

interface Needs extends AuditNeeds {
  readonly cityOf: CityOf;
}

/** Days that are listed or followed at once. */
export const maxAccessDays = 92;

/** The access log of a city of the caller, with what concerns the whole installation; reading it is an entry too. */
export const listAccesses: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { city, from, to, purpose, who, about, limit, after } = input;
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  if (to >= addDays(from, maxAccessDays)) return fail('range-too-long');
  const what = `access-log.${from}.${to}`;
  const read = { who: caller.officialId, city, day: dayOf(needs.clock.now()), what, counts: {} };
  await recordAccess(needs, { purpose: 'access-log', ...read });
  const asked = { city, from, to, purpose, about, who: who === undefined ? undefined : await idsOf(needs.store, who) };
  const { found, next } = await searchAccessLog(needs, asked, { limit, after });
  const actors = new Map<string, Pick<AccessRow, 'actor' | 'name'>>();
  for (const { access } of found)
    if (!actors.has(access.who)) actors.set(access.who, await actorOf(needs.store, access.who));
  const accesses = found.map((each) => rowOf(each, actors.get(each.access.who) ?? { actor: 'installation' }));
  return ok({ accesses, ...(next !== undefined && { next }) });
};

/** Ids behind a login or a name of staff; what was typed is one itself where it is neither. */
async function idsOf(store: DocumentStore, typed: string): Promise<readonly string[]> {
  const official = await store.get(officials, typed.toLowerCase());
  const named: string[] = [];
  for await (const batch of store.stream(staffMembers, { where: {} }))
    named.push(...batch.filter(({ displayName }) => displayName === typed).map(({ _id }) => _id));
  return [typed, ...(official ? [official.officialId] : []), ...named];
}

async function actorOf(store: DocumentStore, who: string): Promise<Pick<AccessRow, 'actor' | 'name'>> {
  if (who === 'rider') return { actor: 'rider' };
  if (who === 'installation') return { actor: 'installation' };
  if (who.startsWith('timer')) return { actor: 'timer', name: who };
  const [official] = (await store.find(officials, { where: { officialId: who }, limit: 1 })).items;
  if (official) return { actor: 'official', name: official._id };
  const member = await store.get(staffMembers, who);
  return member ? { actor: 'staff', name: member.displayName } : { actor: 'recipient', name: who };
}

function rowOf({ entry, at, access }: FoundAccess, actor: Pick<AccessRow, 'actor' | 'name'>): AccessRow {
  const { purpose, city, day, what: about, reason, counts } = access;
  return {
    ...{ entry, at, purpose, ...actor, about, counts: { ...counts } },
    ...(city !== '' && { city }),
    ...(day !== undefined && { day }),
    ...(reason !== undefined && { reason }),
  };
}
