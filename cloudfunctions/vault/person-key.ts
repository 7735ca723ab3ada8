import type { VaultNeeds } from './needs';
import { readAll } from './read-all';
import { personKeys } from './records';

const contextOf = (personId: string) => `person:${personId}`;

/** The person's key, made at the first call by whoever is first. The caller wipes it after use. */
export async function makePersonKey(needs: VaultNeeds, personId: string): Promise<Uint8Array> {
  const { store, keys, chance } = needs;
  const held = await readPersonKey(needs, personId);
  if (held) return held;
  const key = chance.bytes(32);
  const wrapped = await keys.wrap(key, contextOf(personId));
  if ((await store.insert(personKeys, { _id: personId, wrapped })) === 'inserted') return key;
  key.fill(0);
  return makePersonKey(needs, personId);
}

/** The person's key; undefined when the person was forgotten. The caller wipes it after use. */
export async function readPersonKey(
  { store, keys }: Pick<VaultNeeds, 'store' | 'keys'>,
  personId: string,
): Promise<Uint8Array | undefined> {
  const held = await store.get(personKeys, personId);
  return held && keys.unwrap(held.wrapped, contextOf(personId));
}

/** Keys of many persons in few reads; the forgotten are absent. The caller wipes them after use. */
export async function readPersonKeys(
  { store, keys }: Pick<VaultNeeds, 'store' | 'keys'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const items = await readAll(
    personIds,
    (id) => store.get(personKeys, id),
    () => store.find(personKeys, { where: { _id: { in: personIds } }, limit: 1_000 }),
  );
  const opened = items.map(async ({ _id, wrapped }) => [_id, await keys.unwrap(wrapped, contextOf(_id))] as const);
  return new Map(await Promise.all(opened));
}
