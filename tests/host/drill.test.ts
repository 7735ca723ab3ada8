import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOf } from '../../host/backup/archive';
import { dateName, keepNewest, latestIn } from '../../host/backup/dated';
import { drill } from '../../host/backup/drill';
import { partsIn } from '../../host/backup/parts';
import { runBackup } from '../../host/backup/run-backup';
import { openTown } from '../world/town';
import { enrolled } from '../world/town-sessions';

jest.setTimeout(60_000);
const root = mkdtempSync(join(tmpdir(), 'tongcheng-drills-'));
const [backups, keyBackups] = [join(root, 'backups'), join(root, 'key-backups')];
const scratch = join(root, 'scratch');
const date = dateName(new Date('2026-11-29T20:30:00.123Z'));
let place: { dataFolder: string; keyFile: string };

beforeAll(async () => {
  const town = await openTown();
  await enrolled(town, 3);
  await town.needs.objects.put(
    'reports/420100/one.xlsx',
    new TextEncoder().encode('演示 a demonstration'),
    'text/plain',
  );
  await town.needs.store.close();
  place = { dataFolder: join(town.folder, 'data'), keyFile: join(town.folder, 'master.key') };
  await runBackup(place, partsIn(join(backups, date), join(keyBackups, date)));
  rmSync(place.dataFolder, { recursive: true });
});
afterAll(() => {
  rmSync(join(place.keyFile, '..'), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

const parts = async () => partsIn(await latestIn(backups), await latestIn(keyBackups));
const said = async (at = place) => {
  const lines: string[] = [];
  await drill(at, await parts(), scratch, (line) => lines.push(line));
  return lines.join('');
};

test('the latest backup is restored beside, opened with the master key, and the scratch place is gone again', async () => {
  expect(date).toBe('2026-11-29T203000Z');
  const text = await said();
  expect(text).toMatch(/恢复了 restored: [1-9]\d* documents/);
  expect(text).toMatch(/人员资料能打开 people open: [1-9]\d* \/ [1-9]\d*/);
  expect(text).toMatch(/文件能打开 a file opens: reports\/420100\/one\.xlsx/);
  expect(text).toMatch(/能打开的日子 days that open: \d+；.*forgotten, and none of them opens: \d+/);
  expect(text).toMatch(/访问记录完整 the access log is whole/);
  expect([readdirSync(scratch), existsSync(place.dataFolder)]).toEqual([[], false]);
});

test('another master key, or a file of the backup that is damaged, fails it, and the scratch place is gone all the same', async () => {
  const other = join(root, 'other.key');
  writeFileSync(other, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  await expect(said({ ...place, keyFile: other })).rejects.toThrow();
  const file = fileOf(join(backups, date), 'venues');
  writeFileSync(file, 'half of a file');
  await expect(said()).rejects.toThrow(/损坏.*damaged/);
  expect(readdirSync(scratch)).toEqual([]);
});

test('of dated backups the newest stay; what is no whole backup, or somebody’s own, is left alone', async () => {
  const folder = join(root, 'many');
  for (const name of ['2026-11-01T000000Z', '2026-11-02T000000Z', '2026-11-03T000000Z', 'of-somebody']) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'manifest.json'), '{}');
  }
  mkdirSync(join(folder, '2026-11-04T000000Z'));
  expect(await latestIn(folder)).toBe(join(folder, '2026-11-03T000000Z'));
  expect(await latestIn(join(folder, 'of-somebody'))).toBe(join(folder, 'of-somebody'));
  expect(await keepNewest(folder, 2)).toEqual([join(folder, '2026-11-01T000000Z')]);
  expect(readdirSync(folder).sort()).toEqual([
    '2026-11-02T000000Z',
    '2026-11-03T000000Z',
    '2026-11-04T000000Z',
    'of-somebody',
  ]);
});
