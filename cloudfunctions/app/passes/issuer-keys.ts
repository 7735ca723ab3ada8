import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Signer } from '@tongcheng/shared/credentials/suites';
import { monthAround, monthOf } from '@tongcheng/shared/passes/terms';
import type { Instant } from '@tongcheng/shared/time';
import type { KeyService } from '../../ports/key-service';

/** The head of PKCS 8 for a raw Ed25519 key of 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What a key of a city signs; demonstration passes have keys of their own, which no gate trusts. */
export type IssuerKeyUse = 'passes' | 'demonstration' | 'status-list';

/** Keys of the issuer are derived, never stored. */
export type IssuerKeys = Pick<KeyService, 'derive'>;

/** A key of a city and the time in which it signs. */
interface MonthKey {
  readonly signer: Signer;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/**
 * The key of a city for a use in the month of an instant. Every month has another one; a new generation replaces them at once.
 * @example const { signer } = await issuerKey(keys, { city: '110000', generation: 1 }, 'passes', now);
 */
export async function issuerKey(
  keys: IssuerKeys,
  { city, generation }: { readonly city: string; readonly generation: number },
  use: IssuerKeyUse,
  at: Instant,
): Promise<MonthKey> {
  const { startsAt, endsAt } = monthAround(at);
  const signer = signerOf(await keys.derive(`credentials.${use}.${city}.${generation}.${monthOf(at)}`));
  return { signer, notBefore: startsAt, notAfter: endsAt };
}

/** The key that the trust list is signed by: the one that validators are set up with. */
export const rootSigner = async (keys: IssuerKeys): Promise<Signer> =>
  signerOf(await keys.derive('credentials.trust-list'));

/** The signer over a seed of 32 bytes. */
function signerOf(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'jwk' }).x ?? '';
  return {
    key: { suite: 'ed25519', bytes: new Uint8Array(Buffer.from(raw, 'base64url')) },
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}
