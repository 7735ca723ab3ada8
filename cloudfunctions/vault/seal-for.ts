import { openText, sealText } from './cipher';
import type { VaultNeeds } from './needs';
import { readPersonKey } from './person-key';
import { SealBroken } from './vault';
import { withKey } from './with-key';

/** Seals a value of a person, bound to its record. Throws {@link SealBroken} when the person was forgotten. */
export async function sealFor(needs: VaultNeeds, personId: string, recordId: string, value: string): Promise<string> {
  return withKey(await keyOf(needs, personId), (key) => sealText(key, recordId, value, needs.chance.bytes));
}

/** Opens what {@link sealFor} sealed. */
export async function openFor(needs: VaultNeeds, personId: string, recordId: string, sealed: string): Promise<string> {
  return withKey(await keyOf(needs, personId), (key) => openText(key, recordId, sealed));
}

async function keyOf(needs: VaultNeeds, personId: string): Promise<Uint8Array> {
  const key = await readPersonKey(needs, personId);
  if (!key) throw new SealBroken('the person was forgotten');
  return key;
}
