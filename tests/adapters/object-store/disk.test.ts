import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { objectStoreContract } from './object-store.contract';

const folders: string[] = [];
const publicUrl = 'http://127.0.0.1:8080';

function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  folders.push(folder);
  let now = 1_800_000_000_000;
  const clock = { now: () => now };
  const objects = openDiskObjects({ folder, key: randomBytes(32), publicUrl, clock });
  const follow = async (url: string) => {
    const opened = objects.openLink(url.slice(publicUrl.length));
    return opened ? buffer(await objects.get(opened.key)) : 'refused';
  };
  return {
    folder,
    objects,
    follow,
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
  } as const;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

objectStoreContract('disk', async () => begin());

test('W-28 what lies on the disk holds nothing of the content, and only its owner may read it', async () => {
  const { folder, objects } = begin();
  await objects.put('r/x.txt', Buffer.from('张三 110101199001011237'), 'text/plain');
  const bytes = readFileSync(join(folder, 'r/x.txt'));
  expect(bytes.includes('110101199001011237')).toBe(false);
  expect(bytes.includes('张三')).toBe(false);
  expect(statSync(join(folder, 'r/x.txt')).mode & 0o077).toBe(0);
});

test('a file changed, cut at a piece or moved to another key does not open', async () => {
  const { folder, objects } = begin();
  const path = join(folder, 'k');
  await objects.put('k', randomBytes(200_000), 'text/plain');
  const whole = readFileSync(path);
  const attempts = { changed: Buffer.from(whole), cut: whole.subarray(0, 31 + 2 * 65_552) };
  attempts.changed.writeUInt8(attempts.changed.readUInt8(150_000) ^ 1, 150_000);
  for (const bytes of Object.values(attempts)) {
    writeFileSync(path, bytes);
    await expect(objects.get('k').then((stream) => buffer(stream))).rejects.toThrow();
  }
  writeFileSync(path, whole);
  expect((await buffer(await objects.get('k'))).length).toBe(200_000);
  writeFileSync(join(folder, 'moved'), whole);
  await expect(objects.get('moved').then((stream) => buffer(stream))).rejects.toThrow();
  truncateSync(path, 10);
  await expect(objects.get('k')).rejects.toThrow('not a stored object');
});

test('a put that fails leaves no half file behind', async () => {
  const { folder, objects } = begin();
  await objects.put('k', Buffer.from('x'), 'text/plain');
  const { Readable } = await import('node:stream');
  const broken = new Readable({
    read() {
      this.destroy(new Error('gone'));
    },
  });
  await expect(objects.put('k2', broken, 'text/plain')).rejects.toThrow('gone');
  expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
});
