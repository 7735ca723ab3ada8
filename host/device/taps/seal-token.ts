import {
  createCipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { tapSealContext } from '@tongcheng/shared/gates/taps-text';

/** The server's key for tokens of taps: X25519, 32 bytes, base64url. */
const x25519 = (x: string): KeyObject => createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });

const rawOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');

/**
 * Seals a card's token so that only the server can read it, never again the device itself: a key pair for this one tap (X25519), HKDF-SHA-256,
 * AES-256-GCM. Base64url of public key, cipher text and tag, eighty bytes; `bound` is bound to it: `<deviceId>.<tapId>`, so that no other tap can carry it.
 */
export function sealToken(token: Uint8Array, tapKey: string, bound: string): string {
  const recipient = x25519(tapKey);
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const secret = diffieHellman({ privateKey, publicKey: recipient });
  const salt = Buffer.concat([rawOf(publicKey), rawOf(recipient)]);
  const derived = Buffer.from(hkdfSync('sha256', secret, salt, tapSealContext, 44));
  const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32));
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(token), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([rawOf(publicKey), sealed]).toString('base64url');
}
