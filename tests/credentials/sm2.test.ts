import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { sm2Signer, verifyWithSm2 } from '@tongcheng/host/passes/sm2';
import { checkPass } from '@tongcheng/shared/credentials/check-pass';
import { publicKeyText, readPublicKeyText } from '@tongcheng/shared/credentials/public-key';
import qrcode from 'qrcode-generator';
import { sm2, sm3 } from 'sm-crypto-v2';
import { newSigner, trusted, trustListOf } from './keys';
import { atGate, shownText, stateOf } from './shown-pass';

const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const text = (words: string) => Uint8Array.from(Buffer.from(words));

/** The example of GM/T 0003.5 on the recommended curve: secret, message, signature under the default user id. */
const published = {
  secret: unhex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'),
  x: '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020',
  message: text('message digest'),
  signature: unhex(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ),
};

/** The two examples of GM/T 0004. */
const digests = {
  abc: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  ['abcd'.repeat(16)]: 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
};

test('X-02 SM3 and SM2 are those of the published examples', () => {
  for (const [message, digest] of Object.entries(digests)) {
    expect(sm3(message)).toBe(digest);
    expect(createHash('sm3').update(message).digest('hex')).toBe(digest);
  }
  const { key } = sm2Signer(published.secret);
  expect(Buffer.from(key.bytes).toString('hex')).toBe(`03${published.x}`);
  expect(verifyWithSm2(key, published.message, published.signature)).toBe(true);
  expect(verifyWithSm2(key, text('message digesT'), published.signature)).toBe(false);
  expect(readPublicKeyText(publicKeyText(key))).toEqual(key);
});

test('X-02 what is beyond the curve signs nothing, and no validator stops by it', () => {
  const { key } = sm2Signer(published.secret);
  for (const signature of [new Uint8Array(64), new Uint8Array(64).fill(255), new Uint8Array(3)])
    expect(verifyWithSm2(key, published.message, signature)).toBe(false);
  const noPoint = { suite: 'sm2', bytes: new Uint8Array(33).fill(255) } as const;
  expect(verifyWithSm2(noPoint, published.message, published.signature)).toBe(false);
});

/** r and s of a DER sequence of two numbers, 32 bytes each. */
function fromDer(der: Buffer): Uint8Array {
  const [first, second] = [der.subarray(4, 4 + (der[3] ?? 0)), der.subarray(6 + (der[3] ?? 0))];
  const parts = [first, second].map((number) => number.toString('hex').padStart(66, '0').slice(-64));
  return unhex(parts.join(''));
}

test('X-02 the trap of Node’s own SM2: its user id is empty, and its signatures are refused', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const secret = createPrivateKey(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const point = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-65);
  const isOdd = ((point.at(-1) ?? 0) & 1) === 1;
  const key = { suite: 'sm2', bytes: Uint8Array.from([isOdd ? 3 : 2, ...point.subarray(1, 33)]) } as const;
  // Node gives DER, whatever it is asked for.
  const signature = fromDer(sign('sm3', published.message, secret));
  expect(verifyWithSm2(key, published.message, signature)).toBe(false);
  const [hexSignature, hexKey] = [signature, key.bytes].map((bytes) => Buffer.from(bytes).toString('hex'));
  const underNoId = { hash: true, userId: '' };
  expect(sm2.doVerifySignature(published.message, hexSignature ?? '', hexKey ?? '', underNoId)).toBe(true);
});

const versionOf = (code: string): number => {
  const drawn = qrcode(0, 'M');
  drawn.addData(code, 'Alphanumeric');
  drawn.make();
  return (drawn.getModuleCount() - 17) / 4;
};

test('X-02 a pass of the national profile is valid and fits, whichever key its phone has', async () => {
  const issuer = sm2Signer(published.secret);
  const state = stateOf({ trustList: trustListOf([trusted(issuer.key)]) });
  const phones = [newSigner(), newSigner('es256'), sm2Signer(new Uint8Array(32).fill(7))];
  for (const holder of phones) {
    const code = await shownText({ by: issuer, holder });
    expect(await checkPass(atGate(code), state, { verify: verifyWithSm2 })).toMatchObject({ outcome: 'valid' });
    expect(versionOf(code)).toBeLessThanOrEqual(13);
    const forger = { key: issuer.key, sign: sm2Signer(new Uint8Array(32).fill(9)).sign };
    const forged = await shownText({ by: forger, holder });
    expect((await checkPass(atGate(forged), state, { verify: verifyWithSm2 })).outcome).toBe('forged');
  }
});

test('X-02 a signature of SM2 counts for its key alone', () => {
  const { key } = sm2Signer(new Uint8Array(32).fill(7));
  expect(verifyWithSm2(key, published.message, published.signature)).toBe(false);
});
