import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type Certificate, signCertificate } from '@tongcheng/shared/credentials/certificate';
import { commitmentOf } from '@tongcheng/shared/credentials/commitment';
import { passText } from '@tongcheng/shared/credentials/pass-text';
import { keyIdOf } from '@tongcheng/shared/credentials/public-key';
import { emptyStatuses } from '@tongcheng/shared/credentials/status-bits';
import { signStatusList } from '@tongcheng/shared/credentials/status-list';
import { signStep } from '@tongcheng/shared/credentials/step';
import type { Signer } from '@tongcheng/shared/credentials/suites';
import { signTrustList, type TrustedKey } from '@tongcheng/shared/credentials/trust-list';
import { dayMs, minuteMs } from '@tongcheng/shared/time';

/** The first three test keys of RFC 8032 and one of noughts: whatever they sign proves nothing. */
const seeds = {
  root: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  issuer: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  phone: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
  statuses: '00'.repeat(32),
} as const;

function signerOf(seed: string): Signer {
  const key = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
  const secret = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const x = createPublicKey(secret).export({ format: 'jwk' }).x ?? '';
  const bytes = Uint8Array.from(Buffer.from(x, 'base64url'));
  return { key: { suite: 'ed25519', bytes }, sign: (message) => sign(null, message, secret) };
}

const root = signerOf(seeds.root);
const issuer = signerOf(seeds.issuer);
const phone = signerOf(seeds.phone);
const statuses = signerOf(seeds.statuses);
const now = Date.parse('2026-12-01T08:00:00+08:00');
const url = 'https://example.com/passes/status-lists/110000';
const opening = Uint8Array.from({ length: 32 }, (_, index) => index);
const holder = { name: '测试员', number: '11010119900307002X' };

const certificate: Certificate = {
  passId: '01KBBCD4000123456789ABCDEF',
  kind: 'temporary-identity',
  issuedAt: now,
  expiresAt: now + 30 * minuteMs,
  passEndsAt: now + dayMs,
  name: '测**',
  numberEnd: '002X',
  commitment: commitmentOf(opening, holder.name, holder.number),
  statusIndex: 712_345,
  holder: phone.key,
  demonstration: false,
};

/** What is shown, when, and the answer. */
interface Shown {
  readonly why: string;
  readonly answer: string;
  readonly said?: Partial<Certificate>;
  readonly by?: Signer;
  readonly minute?: number;
  readonly checkedAfterMs?: number;
}

const shown: readonly Shown[] = [
  { why: 'a usual pass', answer: 'valid' },
  { why: 'the last instant of its minute', answer: 'valid', checkedAfterMs: 2 * minuteMs + 14_999 },
  { why: 'a screenshot', answer: 'step-expired', checkedAfterMs: 2 * minuteMs + 15_000 },
  { why: 'a phone that is ahead', answer: 'phone-clock-wrong', minute: 3 },
  { why: 'half an hour after the check', answer: 'check-expired', minute: 30, checkedAfterMs: 30 * minuteMs },
  { why: 'a revoked pass', answer: 'revoked', said: { statusIndex: 8 } },
  { why: 'a demonstration', answer: 'demonstration', said: { demonstration: true } },
  { why: 'an issuer that is not trusted', answer: 'unknown-key', by: phone },
  { why: 'an issuer’s name over another’s signature', answer: 'forged', by: { key: issuer.key, sign: phone.sign } },
  { why: 'a kind that the issuer may not sign', answer: 'unknown-key', said: { kind: 'ticket' } },
];

async function passes() {
  const rows = shown.map(async ({ why, answer, said, by = issuer, minute = 1, checkedAfterMs = 90_000 }) => {
    const signed = await signCertificate({ ...certificate, ...said }, by);
    const by8032 = { suite: phone.key.suite, sign: phone.sign };
    const step = await signStep({ certificate: signed, step: now + minute * minuteMs }, by8032);
    return { why, text: passText(step), checkedAt: now + checkedAfterMs, answer };
  });
  return {
    about:
      'Codes of passes and the answer of a validator that holds the lists of lists.json, last heard of the service at now and stands at an entry gate. The keys are the test keys of RFC 8032 (root: first, issuer: second, phone: third) and one of noughts (statuses).',
    now,
    opening: hex(opening),
    holder,
    commitment: hex(certificate.commitment),
    passes: await Promise.all(rows),
  };
}

const trusted = (signer: Signer, use: TrustedKey['use']): TrustedKey => ({
  ...{ key: signer.key, use, city: '110000', kinds: ['temporary-identity'], demonstration: false },
  ...{ notBefore: now - dayMs, notAfter: now + 30 * dayMs, statusListUrl: url },
});

/** The list below as zlib packed it once: another version of zlib may pack otherwise. */
const packedStatuses = Buffer.from(
  [
    '78daedc1010d00000c02a0dbfcd19d3d80e40000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    '000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e60b00d900',
    '83',
  ].join(''),
  'hex',
);
const revoked = [0, 8, 1_048_575];

async function lists() {
  const keys = [trusted(issuer, 'certificates'), trusted(statuses, 'status-list')];
  const statusList = {
    url,
    issuedAt: now,
    expiresAt: now + dayMs,
    timeToLiveMs: 5 * minuteMs,
    statuses: emptyStatuses(),
  };
  return {
    about: 'A trust list and a status list, in hexadecimal. revoked: the places whose bit is 1.',
    now,
    root: hex(root.key.bytes),
    keyIds: { issuer: hex(keyIdOf(issuer.key)), phone: hex(keyIdOf(phone.key)), root: hex(keyIdOf(root.key)) },
    trustList: hex(await signTrustList({ version: 7, issuedAt: now, expiresAt: now + 7 * dayMs, keys }, root)),
    statusList: hex(await signStatusList(statusList, statuses, () => packedStatuses)),
    url,
    revoked,
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The files of test vectors for makers of validators, by path: `npm run generate` writes them, and a test reads them. */
export const credentialVectors = async (): Promise<Readonly<Record<string, string>>> => ({
  'tests/vectors/credentials/passes.json': `${JSON.stringify(await passes(), null, 1)}\n`,
  'tests/vectors/credentials/lists.json': `${JSON.stringify(await lists(), null, 1)}\n`,
});
