import type { VaultNeeds } from './needs';

const contextOf = (personId: string) => `person:${personId}`;

/** The person's key, made at the first call by whoever is first. The caller wipes it after use. */
export async function makePersonKey(needs: VaultNeeds, personId: string): Promise<Uint8Array> {
  const { keyStore, keys, chance } = needs;
  const held = await readPersonKey(needs, personId);
  if (held) return held;
  const key = chance.bytes(32);
  const wrapped = await keys.wrap(key, contextOf(personId));
  if ((await keyStore.putIfAbsent('person', personId, wrapped)) === 'put') return key;
  key.fill(0);
  return makePersonKey(needs, personId);
}

/** The person's key; undefined when the person was forgotten. The caller wipes it after use. */
export async function readPersonKey(
  { keyStore, keys }: Pick<VaultNeeds, 'keyStore' | 'keys'>,
  personId: string,
): Promise<Uint8Array | undefined> {
  const held = await keyStore.get('person', personId);
  return held?.state !== 'held' ? undefined : keys.unwrap(held.wrapped, contextOf(personId));
}

/** Keys of many persons in few reads; the forgotten are absent. The caller wipes them after use. */
export async function readPersonKeys(
  { keyStore, keys }: Pick<VaultNeeds, 'keyStore' | 'keys'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const held = await keyStore.getMany('person', personIds);
  const opened = [...held].map(async ([id, wrapped]) => [id, await keys.unwrap(wrapped, contextOf(id))] as const);
  return new Map(await Promise.all(opened));
}
