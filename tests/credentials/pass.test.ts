import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import {
  type Certificate,
  longestCertificateMs,
  readCertificate,
  signCertificate,
} from '@tongcheng/shared/credentials/certificate';
import {
  commitmentOf,
  openingBytes,
  openingText,
  opensCommitment,
  readOpening,
} from '@tongcheng/shared/credentials/commitment';
import { maskedName, numberEndOf } from '@tongcheng/shared/credentials/masked-name';
import { passIdBytes, passIdOf } from '@tongcheng/shared/credentials/pass-id';
import { passText, readPassText } from '@tongcheng/shared/credentials/pass-text';
import { keyIdOf, publicKeyText, readPublicKeyText } from '@tongcheng/shared/credentials/public-key';
import { nonceBytes, passStepOf, readPass, signStep, stepMs } from '@tongcheng/shared/credentials/step';
import type { Signer } from '@tongcheng/shared/credentials/suites';
import { newId } from '@tongcheng/shared/ids';
import { minuteMs } from '@tongcheng/shared/time';
import fc from 'fast-check';
import qrcode from 'qrcode-generator';
import nacl from 'tweetnacl';
import { certificateOf, morning, newSigner, opening } from './keys';

const nonce = Uint8Array.from({ length: nonceBytes }, (_, index) => index);

/** The key of a phone without Web Crypto: a library that needs no BigInt. */
function phoneSigner(): Signer {
  const { publicKey, secretKey } = nacl.sign.keyPair();
  return { key: { suite: 'ed25519', bytes: publicKey }, sign: (message) => nacl.sign.detached(message, secretKey) };
}

const phones = { 'a mini-program’s phone': phoneSigner, 'a browser without Ed25519': () => newSigner('es256') };

/** The text of a code, of the second step of a certificate. */
async function textOf(holder: Signer, issuer: Signer, said: Partial<Certificate> = {}, withNonce = false) {
  const certificate = await signCertificate(certificateOf(holder.key, said), issuer);
  const step = { certificate, step: morning + stepMs, ...(withNonce && { nonce }) };
  return passText(await signStep(step, { suite: holder.key.suite, sign: holder.sign }));
}

test.each(Object.entries(phones))('P-06 X-02 %s signs a step that says all of the certificate', async (_, newPhone) => {
  const [holder, issuer] = [newPhone(), newSigner()];
  const read = readPass(readPassText(`${await textOf(holder, issuer, {}, true)}\r\n`) ?? nonce);
  if (!read) throw new Error('not read');
  const { certificateMessage, stepMessage, ...said } = read;
  const told = { certificate: certificateOf(holder.key), keyId: keyIdOf(issuer.key), step: morning + stepMs, nonce };
  expect(said).toEqual(told);
  expect(await verifyByNode(issuer.key, certificateMessage.signed, certificateMessage.signature)).toBe(true);
  expect(await verifyByNode(holder.key, stepMessage.signed, stepMessage.signature)).toBe(true);
  expect(await verifyByNode(newSigner().key, certificateMessage.signed, certificateMessage.signature)).toBe(false);
});

/** The smallest version of a code at level M that holds a text. */
function versionOf(text: string): number {
  const code = qrcode(0, 'M');
  code.addData(text, 'Alphanumeric');
  code.make();
  return (code.getModuleCount() - 17) / 4;
}

test('P-06 the largest pass fits into version 13 at level M, in both suites', async () => {
  const largest = { name: '测试测试测试', statusIndex: 1_048_575, demonstration: true };
  for (const newPhone of Object.values(phones))
    expect(versionOf(await textOf(newPhone(), newSigner('es256'), largest, true))).toBeLessThanOrEqual(13);
});

const broken: Readonly<Record<string, Partial<Certificate>>> = {
  'lives longer than half an hour': { expiresAt: morning + longestCertificateMs + 1_000 },
  'ends before it begins': { expiresAt: morning - minuteMs },
  'outlives its pass': { passEndsAt: morning + 29 * minuteMs },
  'has a name that does not fit': { name: '测试测试测试测' },
  'has no name': { name: '' },
  'tells more of the number': { numberEnd: '7002X' },
  'has half a commitment': { commitment: new Uint8Array(8) },
  'stands beyond the status list': { statusIndex: 1_048_576 },
  'has half a key': { holder: { suite: 'ed25519', bytes: new Uint8Array(16) } },
  'has no id': { passId: 'pass' },
};

test.each(Object.entries(broken))('P-07 no certificate is signed that %s', async (_, said) => {
  const issuer = newSigner();
  await expect(signCertificate(certificateOf(newSigner().key, said), issuer)).rejects.toThrow(RangeError);
});

test('P-06 a step begins with its minute and carries a certificate', async () => {
  const holder = phoneSigner();
  const certificate = await signCertificate(certificateOf(holder.key), newSigner());
  const by = { suite: holder.key.suite, sign: holder.sign };
  expect(passStepOf(morning + 59_999)).toBe(morning);
  await expect(signStep({ certificate, step: morning + 1 }, by)).rejects.toThrow(RangeError);
  await expect(signStep({ certificate: new Uint8Array(3), step: morning }, by)).rejects.toThrow(RangeError);
  await expect(signStep({ certificate, step: morning, nonce: new Uint8Array(7) }, by)).rejects.toThrow(RangeError);
});

test('P-06 the phone reads its own certificate, and nothing else for one', async () => {
  const certificate = certificateOf(phoneSigner().key, { demonstration: true, kind: 'ticket' });
  const bytes = await signCertificate(certificate, newSigner());
  expect(readCertificate(bytes)).toEqual(certificate);
  expect(readCertificate(bytes.subarray(1))).toBeUndefined();
});

test('X-02 texts that are no pass are not read', async () => {
  const text = await textOf(phoneSigner(), newSigner());
  expect(readPassText(text)).toBeDefined();
  for (const other of [
    '',
    'TP1',
    'HTTPS://EXAMPLE.COM/R/1',
    `TP2${text.slice(3)}`,
    text.padEnd(529, '0'),
    text.toLowerCase(),
  ])
    expect(readPassText(other)).toBeUndefined();
});

test('X-02 a commitment opens by its secret, name and number alone', () => {
  const said = { name: '测试员', number: '11010119900307002x', opening };
  const { commitment } = certificateOf(newSigner().key);
  const read = readOpening(openingText(said));
  expect(read).toEqual(said);
  expect(read && opensCommitment(read, commitment)).toBe(true);
  expect(opensCommitment({ ...said, number: '110101199003070038' }, commitment)).toBe(false);
  expect(opensCommitment({ ...said, name: '测试' }, commitment)).toBe(false);
  expect(opensCommitment({ ...said, opening: new Uint8Array(32) }, commitment)).toBe(false);
  for (const other of ['TO1:', 'TP1:BB8', openingText({ ...said, opening: nonce })])
    expect(readOpening(other)).toBeUndefined();
});

test('X-02 whoever tries numbers without the secret finds that each fits some secret', () => {
  const commitments = new Set<string>();
  for (let secret = 0; secret < 200; secret += 1)
    commitments.add(
      Buffer.from(commitmentOf(new Uint8Array(openingBytes).fill(secret), '测试员', '11010119900307002X')).toString(
        'hex',
      ),
    );
  expect(commitments.size).toBe(200);
});

test('X-02 names are masked as everywhere and fit into a code', () => {
  expect(maskedName('测试员')).toBe('测**');
  expect(maskedName('John Smith')).toBe('J. S.');
  expect(numberEndOf(' 11010119900307002x')).toBe('002X');
  expect(Buffer.byteLength(maskedName('A B C D E F G H I J K L'))).toBeLessThanOrEqual(18);
});

test('X-02 an id becomes sixteen bytes and comes back', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), (at, chance) => {
      const id = newId(at * 1_000, () => chance);
      const bytes = passIdBytes(id);
      expect(bytes.length).toBe(16);
      expect(Buffer.from(bytes.subarray(6))).toEqual(Buffer.from(chance));
      expect(passIdOf(bytes)).toBe(id);
    }),
  );
  expect(passIdOf(new Uint8Array(15))).toBeUndefined();
});

test('X-02 keys have one form in words', () => {
  for (const { key } of [newSigner(), newSigner('es256')]) expect(readPublicKeyText(publicKeyText(key))).toEqual(key);
  const text = publicKeyText(newSigner().key);
  for (const other of ['', 'ed25519', `rsa.${text.slice(8)}`, `es256.${text.slice(8)}`, `${text}.`, text.slice(0, -4)])
    expect(readPublicKeyText(other)).toBeUndefined();
});
