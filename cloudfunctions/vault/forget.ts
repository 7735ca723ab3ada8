import type { ErasedKey } from '../ports/key-store';
import type { VaultNeeds } from './needs';
import { people, personIndex } from './records';

/** Destroys the key first: from then on nothing opens, whatever else is interrupted. Says until when copies of it may remain. */
export async function forget(needs: VaultNeeds, personId: string): Promise<ErasedKey> {
  const erased = await needs.keyStore.erase('person', [personId]);
  const person = await needs.store.get(people, personId);
  if (person) await removeIndex(needs, person.indexId, personId);
  return (await removePerson(needs, personId)) ?? erased;
}

/** The index may be of somebody new already. */
async function removeIndex({ store }: VaultNeeds, indexId: string, personId: string): Promise<void> {
  const held = await store.get(personIndex, indexId);
  if (held?.personId === personId) await store.delete(personIndex, indexId);
}

/** The key once more, where there is one: somebody enrolling at the same time may have made another. */
export async function removePerson({ store, keyStore }: VaultNeeds, personId: string): Promise<ErasedKey | undefined> {
  await store.delete(people, personId);
  return (await keyStore.get('person', personId)) && keyStore.erase('person', [personId]);
}
