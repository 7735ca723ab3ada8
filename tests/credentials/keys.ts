import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { Certificate } from '@tongcheng/shared/credentials/certificate';
import { commitmentOf } from '@tongcheng/shared/credentials/commitment';
import type { PassKey, Signer, Suite, VerifyBytes } from '@tongcheng/shared/credentials/suites';
import type { TrustedKey, TrustList } from '@tongcheng/shared/credentials/trust-list';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';

/** What stands before the bytes of a key in its DER form (SubjectPublicKeyInfo). */
const derHeads = {
  ed25519: '302a300506032b6570032100',
  es256: '3039301306072a8648ce3d020106082a8648ce3d030107032200',
} as const;

type TestedSuite = keyof typeof derHeads;
const isTested = (suite: Suite): suite is TestedSuite => suite in derHeads;

const keyObject = ({ suite, bytes }: PassKey): KeyObject => {
  if (!isTested(suite)) throw new Error(`no keys of ${suite} here`);
  return createPublicKey({
    key: Buffer.concat([Buffer.from(derHeads[suite], 'hex'), bytes]),
    format: 'der',
    type: 'spki',
  });
};

/** Node's own cryptography. */
export const verifyByNode: VerifyBytes = (key, message, signature) => {
  try {
    const object = keyObject(key);
    if (key.suite === 'ed25519') return verify(null, message, object, signature);
    return verify('sha256', message, { key: object, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
};

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
