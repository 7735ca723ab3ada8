import type { ErasedKey } from '../ports/key-store';
import type { VaultNeeds } from './needs';
import { people, personIndex } from './records';

/** Destroys the key first: from then on nothing opens, whatever else is interrupted. Says until when copies of it may remain. */
export async function forget(needs: VaultNeeds, personId: string): Promise<ErasedKey> {
  await needs.keyStore.erase('person', personId);
  const person = await needs.store.get(people, personId);
  if (person) await removeIndex(needs, person.indexId, personId);
  return removePerson(needs, personId);
}

/** The index may be of somebody new already. */
async function removeIndex({ store }: VaultNeeds, indexId: string, personId: string): Promise<void> {
  const held = await store.get(personIndex, indexId);
  if (held?.personId === personId) await store.delete(personIndex, indexId);
}

/** The key once more: somebody enrolling at the same time may have made another. */
export async function removePerson({ store, keyStore }: VaultNeeds, personId: string): Promise<ErasedKey> {
  await store.delete(people, personId);
  return keyStore.erase('person', personId);
}
