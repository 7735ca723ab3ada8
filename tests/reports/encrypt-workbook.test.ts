import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { encryptWorkbook } from '@tongcheng/cloudfunctions/app/reports/protection/encrypt-workbook';
import CFB from 'cfb';
import officeCrypto from 'officecrypto-tool';

jest.setTimeout(60_000);

/** Bytes that follow from purpose and seed. */
const secretOf = (seed: string) => (purpose: string, size: number) =>
  createHash('shake256', { outputLength: size }).update(`${seed}/${purpose}`).digest();

/** As long as asked, and to a reader that looks at the beginning an archive. */
const plainOf = (bytes: number): Buffer =>
  Buffer.concat([
    Buffer.from('504b0304', 'hex'),
    createHash('shake256', { outputLength: bytes - 4 })
      .update('plain')
      .digest(),
  ]);

/** Cut as a stream may cut it: into pieces of all sizes. */
async function* cut(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const locked = (plain: Buffer, pieces = 10_000, seed = 'one') =>
  buffer(encryptWorkbook(cut(plain, pieces), plain.length, 'ABCDE-FGHJK-MNPQR-STVWX', secretOf(seed)));

test.each([5_000, 8_000_003])(
  'R-04 an independent reader opens it with the password, and with it alone: %i bytes',
  async (bytes) => {
    const plain = plainOf(bytes);
    const file = await locked(plain);
    const opened = await officeCrypto.decrypt(file, { password: 'ABCDE-FGHJK-MNPQR-STVWX' });
    expect(Buffer.compare(opened, plain)).toBe(0);
    await expect((async () => officeCrypto.decrypt(file, { password: 'ABCDE-FGHJK-MNPQR-STVWY' }))()).rejects.toThrow();
  },
);

test('R-04 the container has the streams and folders that Office asks for, and as many bytes as its tables say', async () => {
  const file = await locked(plainOf(8_000_000));
  const read = CFB.read(file, { type: 'buffer' });
  // What the reader calls '/' once more is a free place in the directory.
  expect([...new Set(read.FullPaths.map((path) => path.replace(/^Root Entry/, '')))].toSorted()).toEqual(
    [
      '/',
      '/\u0006DataSpaces/',
      '/\u0006DataSpaces/DataSpaceInfo/',
      '/\u0006DataSpaces/DataSpaceInfo/StrongEncryptionDataSpace',
      '/\u0006DataSpaces/DataSpaceMap',
      '/\u0006DataSpaces/TransformInfo/',
      '/\u0006DataSpaces/TransformInfo/StrongEncryptionTransform/',
      '/\u0006DataSpaces/TransformInfo/StrongEncryptionTransform/\u0006Primary',
      '/\u0006DataSpaces/Version',
      '/EncryptedPackage',
      '/EncryptionInfo',
    ].toSorted(),
  );
  expect(CFB.find(read, 'EncryptedPackage')?.size).toBe(8_000_008);
  expect(file.length % 512).toBe(0);
});

const utf16 = (words: string) => Buffer.from(words, 'utf16le').toString('hex');

test('R-04 what says that the package is encrypted is as MS-OFFCRYPTO shows it', async () => {
  const read = CFB.read(await locked(plainOf(6_000)), { type: 'buffer' });
  const of = (name: string) => Buffer.from(CFB.find(read, name)?.content ?? []).toString('hex');
  const versions = '010000000100000001000000';
  const [space, transform] = [utf16('StrongEncryptionDataSpace'), utf16('StrongEncryptionTransform')];
  expect(of('Version')).toBe(`3c000000${utf16('Microsoft.Container.DataSpaces')}${versions}`);
  expect(of('DataSpaceMap')).toBe(
    `0800000001000000680000000100000000000000 20000000${utf16('EncryptedPackage')}32000000${space}0000`.replace(
      ' ',
      '',
    ),
  );
  expect(of('StrongEncryptionDataSpace')).toBe(`080000000100000032000000${transform}0000`);
  const id = utf16('{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}');
  const name = utf16('Microsoft.Container.EncryptionTransform');
  expect(of('\u0006Primary')).toBe(
    `58000000010000004c000000${id}4e000000${name}0000${versions}00000000000000000000000004000000`,
  );
});

test('R-04 a changed package is noticed: its sum is over the stream as it is stored, and only the package key opens it', async () => {
  const read = CFB.read(await locked(plainOf(100_001)), { type: 'buffer' });
  const stored = Buffer.from(CFB.find(read, 'EncryptedPackage')?.content ?? []);
  const info = Buffer.from(CFB.find(read, 'EncryptionInfo')?.content ?? []).toString('latin1');
  const given = Buffer.from(info.match(/encryptedHmacValue="([^"]+)"/)?.[1] ?? '', 'base64');
  const secret = secretOf('one');
  const block = Buffer.from('a0677f02b22c8433', 'hex');
  const iv = createHash('sha512').update(secret('package salt', 16)).update(block).digest().subarray(0, 16);
  const opener = createDecipheriv('aes-256-cbc', secret('package key', 32), iv).setAutoPadding(false);
  const sum = Buffer.concat([opener.update(given), opener.final()]);
  expect(sum.toString('hex')).toBe(createHmac('sha512', secret('hmac key', 64)).update(stored).digest('hex'));
});

test('the same secret gives the same file however the plain one was cut; another secret another', async () => {
  const plain = plainOf(300_000);
  const [one, other, third] = [
    await locked(plain, 7_777),
    await locked(plain, 300_000),
    await locked(plain, 7_777, 'two'),
  ];
  expect(Buffer.compare(one, other)).toBe(0);
  expect(Buffer.compare(one, third)).not.toBe(0);
});
