import { fromBase64url, toBase64url } from '@tongcheng/shared/credentials/base64url';
import { utf8 } from '@tongcheng/shared/hmac-sha-256';
import { sha256 } from '@tongcheng/shared/sha-256';
import nacl from 'tweetnacl';
import type { HolderKey, KeptHolderKey } from '../../client/holder-key';
import { sealedText } from '../storage/sealed-text';
import { randomBytes } from './random';

const randomSize = 32;
const gap = '.';

/**
 * A new key: Ed25519, computed here, since mini-programs have no keys of their own. Its seed is made of the check's ticket, which the server sealed
 * for this check alone, and of the platform's chance: old versions of the platform offer none that is fit for keys (decision 260).
 */
export async function makeHolderKey(ticket: string): Promise<HolderKey | undefined> {
  const chance = await randomBytes(randomSize);
  const said = utf8(ticket);
  const both = new Uint8Array(said.length + chance.length);
  both.set(said);
  both.set(chance, said.length);
  return keyOf(sha256(both));
}

/** The key that was kept, with its text; undefined where there is none. */
export async function keptHolderKey(): Promise<KeptHolderKey | undefined> {
  const held = await sealedText.read();
  const at = held?.indexOf(gap) ?? -1;
  const seed = held === undefined || at < 0 ? undefined : fromBase64url(held.slice(0, at));
  if (held === undefined || seed?.length !== nacl.sign.seedLength) return undefined;
  return { key: keyOf(seed), text: held.slice(at + 1) };
}

/** Takes away what was kept. */
export const forgetHolderKey = (): Promise<void> => sealedText.remove();

function keyOf(seed: Uint8Array): HolderKey {
  const { publicKey, secretKey } = nacl.sign.keyPair.fromSeed(seed);
  return {
    key: { suite: 'ed25519', bytes: publicKey },
    sign: (message) => nacl.sign.detached(message, secretKey),
    keep: (text) => sealedText.write(`${toBase64url(seed)}${gap}${text}`),
  };
}
