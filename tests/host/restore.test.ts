import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
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
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { personKeys, people as sealedPeople } from '@tongcheng/cloudfunctions/vault/records';
import { hourMs } from '@tongcheng/shared/time';
import { fileOf, objectsIn } from '../../host/backup/archive';
import { lastBackup } from '../../host/backup/last-backup';
import { partsIn } from '../../host/backup/parts';
import { runBackup } from '../../host/backup/run-backup';
import { runRestore } from '../../host/backup/run-restore';
import { storePlaceOf } from '../../host/backup/store-place';
import { testMaster } from '../world/instance';
import { canMount, onDiskOf } from '../world/small-disk';
import { openTown } from '../world/town';
import { enrolled } from '../world/town-sessions';

jest.setTimeout(60_000);
const root = mkdtempSync(join(tmpdir(), 'tongcheng-restore-'));
const [data, keys] = [join(root, 'data-backup'), join(root, 'keys-backup')];
const good = partsIn(data, keys);
let master: Buffer;

beforeAll(async () => {
  const town = await openTown();
  await enrolled(town, 3);
  const folder = join(town.folder, 'data', 'objects');
  const { clock, publicUrl } = town.needs;
  const objects = openDiskObjects({ folder, key: testMaster, publicUrl, clock });
  await objects.put('reports/420100/one.xlsx', new TextEncoder().encode('演示 a demonstration'), 'text/plain');
  // Of the hosts, no objects: a draft that is being written, and the mark of whose folder it is.
  for (const own of [['.incoming', 'draft'], ['.files-of']]) writeFileSync(join(folder, ...own), 'x');
  await town.needs.store.close();
  const place = { dataFolder: join(town.folder, 'data'), keyFile: join(town.folder, 'master.key') };
  expect(await lastBackup(place.dataFolder)).toBe(0);
  await runBackup(place, good);
  expect(Date.now() - (await lastBackup(place.dataFolder))).toBeLessThan(hourMs);
  master = readFileSync(place.keyFile);
  rmSync(town.folder, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const newPlace = () => {
  const folder = mkdtempSync(join(root, 'place-'));
  return { folder, dataFolder: join(folder, 'data'), keyFile: join(folder, 'master.key') };
};
/** A copy of one part with something done to it. */
const spoiled = (part: string, spoil: (copy: string) => void) => {
  const copy = mkdtempSync(join(root, 'spoiled-'));
  cpSync(part, copy, { recursive: true });
  spoil(copy);
  return copy;
};
const flip = (file: string) => {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};
const isWhole = async (place: ReturnType<typeof newPlace>) => {
  const store = await (await storePlaceOf(place)).open();
  expect(await store.count(sealedPeople, {})).toBeGreaterThan(0);
  expect(await store.count(personKeys, {})).toBeGreaterThan(0);
  await store.close();
  const files = readdirSync(join(place.dataFolder, 'objects'), { recursive: true, withFileTypes: true });
  expect(files.filter((each) => each.isFile()).map(({ name }) => name)).toEqual(['one.xlsx']);
  expect(existsSync(join(place.dataFolder, 'restoring'))).toBe(false);
};

describe('a restore that is refused leaves nothing behind, and the same command then takes a good backup', () => {
  test.each([
    [
      'a damaged file of keys',
      () =>
        partsIn(
          data,
          spoiled(keys, (copy) => flip(fileOf(copy, personKeys.name))),
        ),
      /损坏.*damaged/,
    ],
    ['keys that are missing', () => partsIn(data, join(root, 'nowhere')), /no whole backup/],
    [
      'a damaged file of the object store',
      () =>
        partsIn(
          spoiled(data, (copy) => flip(join(objectsIn(copy), 'reports', '420100', 'one.xlsx'))),
          keys,
        ),
      /损坏.*damaged/,
    ],
    [
      'a manifest that is none',
      () =>
        partsIn(
          spoiled(data, (copy) => writeFileSync(join(copy, 'manifest.json'), '{')),
          keys,
        ),
      /清单.*manifest/,
    ],
  ] as const)('%s', async (_what, bad, words) => {
    const place = newPlace();
    await expect(runRestore(place, bad())).rejects.toThrow(words);
    expect(readdirSync(place.folder)).toEqual([]);
    await runRestore(place, good);
    await isWhole(place);
    await expect(runRestore(place, good)).rejects.toThrow(/空的地方.*empty place only/);
    await isWhole(place);
  });
});

test('a restore that was killed on the way leaves a draft only, which the next one removes', async () => {
  const place = newPlace();
  mkdirSync(join(place.dataFolder, 'restoring', 'store', 'days'), { recursive: true });
  writeFileSync(join(place.dataFolder, 'restoring', 'store', 'main.sqlite'), 'half of a file');
  await runRestore(place, good);
  await isWhole(place);
});

test('another master key than that of the data is refused, and the right one is taken afterwards', async () => {
  const place = newPlace();
  writeFileSync(place.keyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  await expect(runRestore(place, good)).rejects.toThrow(/主密钥.*master key is not the one/);
  expect(readdirSync(place.folder)).toEqual(['master.key']);
  writeFileSync(place.keyFile, master);
  await runRestore(place, good);
  await isWhole(place);
});

test('keys that are there already stop it before anything is written: they may be all that opens other data', async () => {
  const place = newPlace();
  mkdirSync(`${place.keyFile}.store`);
  writeFileSync(join(`${place.keyFile}.store`, 'main.sqlite'), 'keys of somebody');
  await expect(runRestore(place, good)).rejects.toThrow(/移走.*move them away/);
  expect(readdirSync(place.folder)).toEqual(['master.key.store']);
});

test('a backup goes into empty folders only, and one that fails leaves them empty', async () => {
  const place = newPlace();
  await runRestore(place, good);
  const [to, keysTo] = [join(root, 'again'), join(root, 'again-keys')];
  mkdirSync(keysTo);
  writeFileSync(join(keysTo, 'note.txt'), 'something of somebody');
  await expect(runBackup(place, partsIn(to, keysTo))).rejects.toThrow(/不是空的.*not empty/);
  expect(existsSync(to)).toBe(false);
  rmSync(join(keysTo, 'note.txt'));
  rmSync(join(place.dataFolder, 'objects'), { recursive: true });
  writeFileSync(join(place.dataFolder, 'objects'), 'no folder');
  mkdirSync(to);
  await expect(runBackup(place, partsIn(to, keysTo))).rejects.toThrow(/ENOTDIR/);
  expect([readdirSync(to), readdirSync(keysTo)]).toEqual([[], []]);
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot(
  'what root restores belongs to the owner of the data folder, else of the folder of keys, and it is said (skipped unless run by root)',
  async () => {
    const [uid, gid] = [65_533, 65_532];
    for (const owned of ['data', 'keys'] as const) {
      const place = newPlace();
      const [ownData, ownKeys] = [place.dataFolder, join(place.folder, 'keys')];
      for (const folder of [ownData, ownKeys]) mkdirSync(folder);
      chownSync(owned === 'data' ? ownData : ownKeys, uid, gid);
      const said: string[] = [];
      const its = { ...place, keyFile: join(ownKeys, 'master.key') };
      await runRestore(its, good, (line) => said.push(line));
      const all = [ownData, `${its.keyFile}.store`].flatMap((folder) => [
        folder,
        ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
      ]);
      expect(all.length).toBeGreaterThan(5);
      expect(all.map((path) => [path, statSync(path).uid, statSync(path).gid])).toEqual(
        all.map((path) => [path, uid, gid]),
      );
      expect(said.join('')).toMatch(/属于.*belongs to: \? \(65533\)/);
    }
  },
);

const mounting = canMount() ? test : test.skip;

mounting(
  'a disk that fills on the way leaves nothing, and with room the same command restores (skipped where mounting is not allowed)',
  () =>
    onDiskOf('64k', async (disk, remount) => {
      const place = { folder: disk, dataFolder: join(disk, 'data'), keyFile: join(disk, 'master.key') };
      await expect(runRestore(place, good)).rejects.toThrow();
      expect(readdirSync(disk)).toEqual([]);
      remount('size=30m');
      await runRestore(place, good);
      await isWhole(place);
    }),
);

test('the command itself ends with 1 and its words when it refuses, and with 0 when it restored', () => {
  const bundle = ['tools/bundled.mjs', 'host/backup/main.ts'];
  const program = execFileSync(process.execPath, bundle, { encoding: 'utf8' }).trim();
  const place = newPlace();
  const where = ['--data', place.dataFolder, '--key-file', place.keyFile, '--from', data];
  const run = (from: string) =>
    spawnSync(process.execPath, [program, 'restore', ...where, '--keys-from', from], { encoding: 'utf8' });
  const refused = run(join(root, 'nowhere'));
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/没有完整的备份.*no whole backup/)]);
  const done = run(keys);
  expect([done.status, done.stdout]).toEqual([0, expect.stringMatching(/documents venues: \d+/)]);
});
