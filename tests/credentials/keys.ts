import { generateKeyPairSync, sign } from 'node:crypto';
import type { Certificate } from '@tongcheng/shared/credentials/certificate';
import { commitmentOf } from '@tongcheng/shared/credentials/commitment';
import type { PassKey, Signer, Suite } from '@tongcheng/shared/credentials/suites';
import type { TrustedKey, TrustList } from '@tongcheng/shared/credentials/trust-list';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';

type TestedSuite = Exclude<Suite, 'sm2'>;

/** A new key of Node that signs. */
export function newSigner(suite: TestedSuite = 'ed25519'): Signer {
  if (suite === 'ed25519') {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const bytes = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    return { key: { suite, bytes }, sign: (message) => sign(null, message, privateKey) };
  }
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const isOdd = ((Buffer.from(y, 'base64url').at(-1) ?? 0) & 1) === 1;
  const bytes = Uint8Array.from([isOdd ? 3 : 2, ...Buffer.from(x, 'base64url')]);
  return {
    key: { suite, bytes },
    sign: (message) => sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
}

/** A morning at eight, Beijing time, on which everything here happens. */
export const morning = Date.UTC(2026, 11, 1, 0, 0, 0);

/** A secret that opens commitments. */
export const opening = Uint8Array.from({ length: 32 }, (_, index) => index);

/** A certificate of a generated rider, issued in the morning, with whatever is said instead. */
export const certificateOf = (holder: PassKey, said: Partial<Certificate> = {}): Certificate => ({
  passId: '01KBBCD4000123456789ABCDEF',
  kind: 'temporary-identity',
  issuedAt: morning,
  expiresAt: morning + 30 * minuteMs,
  passEndsAt: morning + dayMs,
  name: '测**',
  numberEnd: '002X',
  commitment: commitmentOf(opening, '测试员', '11010119900307002X'),
  statusIndex: 712_345,
  holder,
  demonstration: false,
  ...said,
});

/** Where the statuses of the test's city stand. */
export const statusListUrl = 'https://example.com/passes/status-lists/110000';

/** A key that the list of the test believes. */
export const trusted = (key: PassKey, said: Partial<TrustedKey> = {}): TrustedKey => ({
  key,
  use: 'certificates',
  city: '110000',
  kinds: ['temporary-identity'],
  notBefore: morning - dayMs,
  notAfter: morning + 30 * dayMs,
  demonstration: false,
  statusListUrl,
  ...said,
});

/** A list that believes these keys. */
export const trustListOf = (keys: readonly TrustedKey[], said: Partial<TrustList> = {}): TrustList => ({
  version: 7,
  issuedAt: morning - hourMs,
  expiresAt: morning + 6 * dayMs,
  keys,
  ...said,
});
