import { createPublicKey, ECDH, type KeyObject, verify } from 'node:crypto';
import type { PassKey, VerifyBytes } from '@tongcheng/shared/credentials/suites';

/**
 * Checks signatures of passes by Node's own cryptography, for gates and validators that run on Node. A key that is no point signs nothing. SM2 is not
 * among its suites.
 */
export const verifyByNode: VerifyBytes = (key, message, signature) => {
  try {
    if (key.suite === 'ed25519') return verify(null, message, octetKey(key), signature);
    if (key.suite === 'es256')
      return verify('sha256', message, { key: pointKey(key), dsaEncoding: 'ieee-p1363' }, signature);
    return false;
  } catch {
    return false;
  }
};

/** Keys that were read before: the issuers' come again with every pass. */
const keysRead = new WeakMap<PassKey, KeyObject>();

function octetKey(key: PassKey): KeyObject {
  const read = keysRead.get(key) ?? readOctetKey(key);
  keysRead.set(key, read);
  return read;
}

/** As JWK, which Node reads in a fortieth of the time of the same key in DER. */
const readOctetKey = ({ bytes }: PassKey): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') }, format: 'jwk' });

function pointKey({ bytes }: PassKey): KeyObject {
  const point = ECDH.convertKey(bytes, 'prime256v1', undefined, 'base64', 'uncompressed');
  const whole = Buffer.from(String(point), 'base64');
  const [x, y] = [whole.subarray(1, 33).toString('base64url'), whole.subarray(33).toString('base64url')];
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
}
