import type { listAccesses as endpoint } from '@tongcheng/shared/oversight/api';
import type { AccessPurpose, AccessRow } from '@tongcheng/shared/oversight/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { type FoundAccess, searchAccessLog } from '../audit/search-access-log';
import { recipientsOf } from '../reports/recipients/recipients-of';
import { recipients } from '../reports/records';
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
  const { city, from, to, purpose, who, about, limit, after, exported } = input;
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  if (to >= addDays(from, maxAccessDays)) return fail('range-too-long');
  const what = `access-log.${from}.${to}`;
  const read = {
    who: caller.officialId,
    city,
    day: dayOf(needs.clock.now()),
    what,
    counts: {},
    ...(exported && { reason: 'export' }),
  };
  await recordAccess(needs, { purpose: 'access-log', ...read });
  const asked = {
    city,
    from,
    to,
    purpose,
    about,
    who: who === undefined ? undefined : await idsOf(needs.store, city, who),
  };
  const { found, next } = await searchAccessLog(needs, asked, { limit, after });
  const people = new Map<string, Actor>();
  const known = async (id: string) => {
    const person = people.get(id) ?? (await actorOf(needs.store, id));
    people.set(id, person);
    return person;
  };
  const accesses: AccessRow[] = [];
  for (const each of found) {
    const { who: actor, what, purpose: why } = each.access;
    const aboutName = peoplesPurposes.has(why) ? (await known(what)).name : undefined;
    accesses.push({ ...rowOf(each, await known(actor)), ...(named(aboutName, what) && { aboutName }) });
  }
  return ok({ accesses, ...(next !== undefined && { next }) });
};

type Actor = Pick<AccessRow, 'actor' | 'name'>;

/** What was opened for these is a person on duty or a recipient, whom an auditor knows by name. */
const peoplesPurposes: ReadonlySet<AccessPurpose> = new Set([
  'report-recipients',
  'official-credentials',
  'staff-access',
]);

const named = (name: string | undefined, id: string): name is string => name !== undefined && name !== id;

/** Ids behind a login, a name of staff or a recipient's address; what was typed is one itself where it is none. */
async function idsOf(store: DocumentStore, city: string, typed: string): Promise<readonly string[]> {
  const official = await store.get(officials, typed.toLowerCase());
  const named: string[] = [];
  for await (const batch of store.stream(staffMembers, { where: {} }))
    named.push(...batch.filter(({ displayName }) => displayName === typed).map(({ _id }) => _id));
  const isTyped = ({ address }: { readonly address: string }) => address.toLowerCase() === typed.toLowerCase();
  const receiving = (await recipientsOf({ store }, cityScope(city))).filter(isTyped);
  return [typed, ...(official ? [official.officialId] : []), ...named, ...receiving.map(({ _id }) => _id)];
}

async function actorOf(store: DocumentStore, who: string): Promise<Actor> {
  if (who === 'rider') return { actor: 'rider' };
  if (who === 'installation') return { actor: 'installation' };
  if (who.startsWith('timer')) return { actor: 'timer', name: who };
  const [official] = (await store.find(officials, { where: { officialId: who }, limit: 1 })).items;
  if (official) return { actor: 'official', name: official._id };
  const member = await store.get(staffMembers, who);
  if (member) return { actor: 'staff', name: member.displayName };
  const recipient = await store.get(recipients, who);
  return { actor: 'recipient', name: recipient?.address ?? who };
}

function rowOf({ entry, at, access }: FoundAccess, actor: Actor): AccessRow {
  const { purpose, city, day, what: about, reason, counts } = access;
  return {
    ...{ entry, at, purpose, ...actor, about, counts: { ...counts } },
    ...(city !== '' && { city }),
    ...(day !== undefined && { day }),
    ...(reason !== undefined && { reason }),
  };
}
