import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openKeyFile } from '@tongcheng/cloudfunctions/adapters/key-file/open-key-file';
import { testMaster } from '../world/instance';

describe('the key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string) => join(folder, name, 'master.key');
  const written = (name: string, text: string | Buffer, mode = 0o600) => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.isBuffer(text) ? text.toString('base64') : text);
    chmodSync(path, mode);
    return path;
  };

  it('is made at the first start, for its owner only, and is the same ever after', async () => {
    const key = await openKeyFile(file('first'), true);
    expect(key).toHaveLength(32);
    expect(statSync(file('first')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'first'))).toEqual(['master.key']);
    expect(await openKeyFile(file('first'), true)).toEqual(key);
    expect(await openKeyFile(file('first'), false)).toEqual(key);
  });

  it('is one key however many start at once', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => openKeyFile(file('race'), true)));
    for (const key of keys) expect(key).toEqual(keys[0]);
  });

  it('stops the start where there is data but no key, and makes none', async () => {
    await expect(openKeyFile(file('lost'), false)).rejects.toThrow(/已有数据.*There is data/);
    expect(existsSync(file('lost'))).toBe(false);
  });

  it('stops the start when others can read it', async () => {
    const open = written('open.key', readFileSync(file('first'), 'utf8'), 0o644);
    await expect(openKeyFile(open, true)).rejects.toThrow(/600/);
  });

  it('that cannot be read is named with whose it has to be', async () => {
    mkdirSync(join(folder, 'no-file.key'), { mode: 0o700 });
    await expect(openKeyFile(join(folder, 'no-file.key'), true)).rejects.toThrow(
      /读不了.*give it to the user of the service/,
    );
  });

  it.each([
    ['empty', ''],
    ['too short', Buffer.alloc(16, 'abcdefghijklmnop')],
    ['too long', Buffer.from(Array.from({ length: 33 }, (_, place) => place * 7))],
    ['all zeros', Buffer.alloc(32)],
    ['a repeated word', Buffer.alloc(32, 'password')],
    ['counting', Buffer.from(Array.from({ length: 32 }, (_, place) => place))],
    ['no base 64', 'change me!'],
    ['a byte short', Buffer.from(testMaster.subarray(1))],
    ['a byte long', Buffer.concat([testMaster, Buffer.from([77])])],
  ])('stops the start when the key is weak: %s', async (name, key) => {
    await expect(openKeyFile(written(`${name}.key`, key), true)).rejects.toThrow(/太弱.*weak/);
  });
});

describe('the key service of one machine', () => {
  const keys = keyFileService(new Uint8Array(32).fill(3));
  const key = new Uint8Array(32).fill(1);

  it('unwraps what it wrapped, in its own context only', async () => {
    const wrapped = await keys.wrap(key, 'person:A');
    expect(await keys.unwrap(wrapped, 'person:A')).toEqual(key);
    await expect(keys.unwrap(wrapped, 'person:B')).rejects.toThrow();
    await expect(keyFileService(new Uint8Array(32).fill(4)).unwrap(wrapped, 'person:A')).rejects.toThrow();
    await expect(keys.unwrap(wrapped.slice(1), 'person:A')).rejects.toThrow(/unknown form/);
    await expect(keys.unwrap(`${wrapped.slice(0, -4)}AAAA`, 'person:A')).rejects.toThrow();
    await expect(keys.unwrap(wrapped.slice(0, 20), 'person:A')).rejects.toThrow();
    for (const spelled of [`${wrapped}=`, `${wrapped}\n`, ` ${wrapped}`])
      await expect(keys.unwrap(spelled, 'person:A')).rejects.toThrow(/unknown form/);
  });

  it('derives one key for each purpose, and none of them is the master key', async () => {
    const derived = await keys.derive('tokens');
    expect(await keys.derive('tokens')).toEqual(derived);
    expect(await keys.derive('codes')).not.toEqual(derived);
    expect(derived).not.toEqual(new Uint8Array(32).fill(3));
  });
});
