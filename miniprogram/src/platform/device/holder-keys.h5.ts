import type { PassKey } from '@tongcheng/shared/credentials/suites';
import type { HolderKey, KeptHolderKey } from '../../client/holder-key';
import { forgetPair, type KeptPair, keepPair, keptPair } from '../storage/key-pairs';

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { ed25519: { name: 'Ed25519' }, es256: { name: 'ECDSA', hash: 'SHA-256' } } as const;

/** A new key that the browser never hands out: Ed25519, or P-256 where it has none. Undefined where it makes no keys at all. */
export async function makeHolderKey(_ticket: string): Promise<HolderKey | undefined> {
  const subtle = subtleHere();
  if (!subtle) return undefined;
  const pair = (await pairBy(subtle, 'ed25519')) ?? (await pairBy(subtle, 'es256'));
  return pair && keyOf(subtle, pair);
}

/** The key that was kept, with its text; undefined where there is none. */
export async function keptHolderKey(): Promise<KeptHolderKey | undefined> {
  const [subtle, kept] = [subtleHere(), await keptPair()];
  return subtle && kept && { key: await keyOf(subtle, kept), text: kept.text };
}

/** Takes away what was kept. */
export const forgetHolderKey = (): Promise<void> => forgetPair();

/** Pages without a secure address have no keys. */
const subtleHere = (): SubtleCrypto | undefined => ('subtle' in crypto ? crypto.subtle : undefined);

type MadePair = Omit<KeptPair, 'text'>;

async function pairBy(subtle: SubtleCrypto, suite: MadePair['suite']): Promise<MadePair | undefined> {
  try {
    const pair =
      suite === 'ed25519'
        ? await subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
        : await subtle.generateKey(p256, false, ['sign', 'verify']);
    return { suite, pair };
  } catch {
    return undefined;
  }
}

async function keyOf(subtle: SubtleCrypto, { suite, pair }: MadePair): Promise<HolderKey> {
  return {
    key: publicKey(suite, new Uint8Array(await subtle.exportKey('raw', pair.publicKey))),
    sign: async (message) =>
      new Uint8Array(await subtle.sign(signing[suite], pair.privateKey, Uint8Array.from(message))),
    keep: (text) => keepPair({ suite, pair, text }),
  };
}

/** A point comes with both coordinates; a certificate has the first and whether the second is odd. */
function publicKey(suite: MadePair['suite'], raw: Uint8Array): PassKey {
  if (suite === 'ed25519') return { suite, bytes: raw };
  const bytes = Uint8Array.from(raw.subarray(0, 33));
  bytes[0] = ((raw[64] ?? 0) & 1) === 1 ? 3 : 2;
  return { suite, bytes };
}
