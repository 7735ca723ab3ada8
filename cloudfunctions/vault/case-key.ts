import { openText, sealText } from './cipher';
import type { VaultNeeds } from './needs';
import { SealBroken } from './vault';
import { withKey } from './with-key';

const contextOf = (keptId: string) => `case:${keptId}`;

/** Seals a text under the key of what a case keeps, made at the first call by whoever is first. */
export async function sealForCase(needs: VaultNeeds, keptId: string, recordId: string, text: string): Promise<string> {
  return withKey(await makeCaseKey(needs, keptId), (key) => sealText(key, recordId, text, needs.chance.bytes));
}

/** Opens what {@link sealForCase} sealed. */
export async function openForCase(
  needs: VaultNeeds,
  keptId: string,
  recordId: string,
  sealed: string,
): Promise<string> {
  const key = await readCaseKey(needs, keptId);
  if (!key) throw new SealBroken('nothing was sealed under this key');
  return withKey(key, (held) => openText(held, recordId, sealed));
}

async function makeCaseKey(needs: VaultNeeds, keptId: string): Promise<Uint8Array> {
  const held = await readCaseKey(needs, keptId);
  if (held) return held;
  const key = needs.chance.bytes(32);
  const wrapped = await needs.keys.wrap(key, contextOf(keptId));
  if ((await needs.keyStore.putIfAbsent('case', keptId, wrapped)) === 'put') return key;
  key.fill(0);
  return makeCaseKey(needs, keptId);
}

/** Throws when it was destroyed. */
async function readCaseKey({ keyStore, keys }: VaultNeeds, keptId: string): Promise<Uint8Array | undefined> {
  const held = await keyStore.get('case', keptId);
  if (held?.state === 'erased') throw new SealBroken('the key of this case was destroyed');
  return held && keys.unwrap(held.wrapped, contextOf(keptId));
}
