import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { KeyService } from '../../../ports/key-service';

/** The head of PKCS 8 for a raw Ed25519 key of 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The public half as a JSON Web Key (RFC 8037); `kid` is its thumbprint (RFC 7638). */
interface CertificateKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
}

/** Signs what the installation certifies, under a key that is derived from its root and never stored. */
export interface CertificateSigner {
  readonly publicKey: CertificateKey;
  /** The compact JWS over a payload, algorithm EdDSA. */
  sign(payload: object): string;
}

/**
 * The signer of this installation; the same for the same root key.
 * @example const { publicKey, sign } = await certificateSigner(keys);
 */
export async function certificateSigner(keys: Pick<KeyService, 'derive'>): Promise<CertificateSigner> {
  const seed = await keys.derive('deletion-certificates');
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = publicHalf(key);
  const header = encoded({ alg: 'EdDSA', kid: publicKey.kid, typ: 'deletion-certificate+jws' });
  return {
    publicKey,
    sign: (payload) => {
      const text = `${header}.${encoded(payload)}`;
      return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
    },
  };
}

function publicHalf(key: KeyObject): CertificateKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const named = { crv: 'Ed25519', kty: 'OKP', x } as const;
  return { ...named, kid: createHash('sha256').update(JSON.stringify(named)).digest('base64url') };
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
