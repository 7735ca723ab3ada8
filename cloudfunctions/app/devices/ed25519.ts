import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A raw Ed25519 public key as Node takes it; undefined when it is none. */
function keyOf(publicKey: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** Points of small order: a signature under one of them holds for many texts, so none is anybody's key. */
const smallOrder: ReadonlySet<string> = new Set(
  [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000080',
    '0100000000000000000000000000000000000000000000000000000000000080',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  ].map((hex) => Buffer.from(hex, 'hex').toString('base64url')),
);

/** Whether a text is the canonical base64url form of an Ed25519 public key that may be registered. */
export const isPublicKey = (publicKey: string): boolean =>
  Buffer.from(publicKey, 'base64url').toString('base64url') === publicKey &&
  !smallOrder.has(publicKey) &&
  keyOf(publicKey) !== undefined;

/** Whether the key's holder signed the text. Key and signature are base64url; a malformed one signs nothing. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = keyOf(publicKey);
  const bytes = Buffer.from(signature, 'base64url');
  if (!key || bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
  return verify(null, Buffer.from(text), key, bytes);
}
