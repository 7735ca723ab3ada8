import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { KeyService } from '../../ports/key-service';

/** The heads of PKCS 8 for raw keys of 32 bytes (RFC 8410). */
const heads = {
  ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
} as const;

/** A public key with the name that files and batches give it. */
interface NamedKey {
  readonly keyId: string;
  /** 32 bytes, base64url. */
  readonly publicKey: string;
}

/** Signs set files. */
export interface SetSigner extends NamedKey {
  /** Base64url. */
  sign(text: string): string;
}

/** Names of the keys in use; another one is derived by another name. */
const [setKeyId, tapKeyId] = ['set-1', 'tap-1'];

/** The key that signs a city's set files: derived by purpose, city and name, never stored. */
export async function setSigner(keys: Pick<KeyService, 'derive'>, city: string): Promise<SetSigner> {
  const key = privateKey('ed25519', await keys.derive(`card-sets.${city}.${setKeyId}`));
  return {
    keyId: setKeyId,
    publicKey: publicHalf(key),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

/** The key that taps of a city are sealed to. */
export async function tapKey(
  keys: Pick<KeyService, 'derive'>,
  city: string,
): Promise<NamedKey & { readonly privateKey: KeyObject }> {
  const key = privateKey('x25519', await keys.derive(`taps.${city}.${tapKeyId}`));
  return { keyId: tapKeyId, publicKey: publicHalf(key), privateKey: key };
}

const privateKey = (kind: keyof typeof heads, seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([heads[kind], seed]), format: 'der', type: 'pkcs8' });

const publicHalf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x ?? '';
