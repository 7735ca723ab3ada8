import type { PassKey, Signer, VerifyBytes } from '@tongcheng/shared/credentials/suites';
import { sm2 } from 'sm-crypto-v2';
import { verifyByNode } from '../device/verify-by-node';

/**
 * The user id that stands in every SM2 signature of the profile: the default of GM/T 0009. Node's own SM2 signs with an empty one, so that what it
 * signs is refused by every other implementation, and it can be told none.
 */
const userId = '1234567812345678';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Node's own suites and SM2 with SM3 (GM/T 0003.2), for servers and validators of the national profile. */
export const verifyWithSm2: VerifyBytes = (key, message, signature) =>
  key.suite === 'sm2' ? isSm2Signature(key, message, signature) : verifyByNode(key, message, signature);

/** The library throws where key or signature are beyond the curve. */
function isSm2Signature({ bytes }: PassKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const isPoint = sm2.verifyPublicKey(hex(bytes));
    return isPoint && sm2.doVerifySignature(message, hex(signature), hex(bytes), { hash: true, userId });
  } catch {
    return false;
  }
}

/** Signs by a secret of SM2, 32 bytes, which stays in this process: for issuers of the national profile. */
export function sm2Signer(secret: Uint8Array): Signer {
  const point = sm2.getPublicKeyFromPrivateKey(hex(secret));
  const bytes = Uint8Array.from(Buffer.from(sm2.compressPublicKeyHex(point), 'hex'));
  const sign = (message: Uint8Array) =>
    Uint8Array.from(
      Buffer.from(sm2.doSignature(message, hex(secret), { hash: true, publicKey: point, userId }), 'hex'),
    );
  return { key: { suite: 'sm2', bytes }, sign };
}
