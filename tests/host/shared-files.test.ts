import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationWrong } from '@tongcheng/cloudfunctions/wiring/config';
import { refuseOtherFiles } from '../../host/shared-files';
import { openTown, type Town } from '../world/town';

let town: Town;
let place: string;
beforeEach(async () => {
  town = await openTown();
  place = mkdtempSync(join(tmpdir(), 'tongcheng-files-'));
});
afterEach(async () => {
  await town.close();
  rmSync(place, { recursive: true, force: true });
});

const started = (folder: string) =>
  refuseOtherFiles(town.needs.store, join(place, folder)).then(
    () => 'started',
    (fault: unknown) => fault,
  );
const said = async (folder: string) => {
  const fault = await started(folder);
  expect(fault).toBeInstanceOf(ConfigurationWrong);
  return String(fault);
};

test('hosts that see one folder start; one with a folder of its own is refused in both languages, and named', async () => {
  expect(await started('shared')).toBe('started');
  expect(await started('shared')).toBe('started');
  const refused = await said('own');
  expect(refused).toMatch(/不同.*TONGCHENG_OBJECTS=oss.*not that of the other hosts/s);
  expect(refused).toContain(join(place, 'own'));
  expect(await said('own')).toBe(refused);
  expect(await started('shared')).toBe('started');
});

test('of hosts that start at once, each with a folder of its own, one goes on; with one folder all do', async () => {
  const own = await Promise.all(['one', 'two', 'three'].map(started));
  expect(own.filter((outcome) => outcome === 'started')).toHaveLength(1);
  const other = await openTown();
  const together = await Promise.all(
    ['shared', 'shared', 'shared'].map((folder) => refuseOtherFiles(other.needs.store, join(place, folder))),
  );
  expect(together).toHaveLength(3);
  await other.close();
});

test('where the folder is lost for good its mark is written anew, as the refusal says', async () => {
  expect(await started('shared')).toBe('started');
  const mark = readFileSync(join(place, 'shared', '.files-of'), 'utf8').trim();
  rmSync(join(place, 'shared'), { recursive: true });
  expect(await said('shared')).toContain(mark);
  expect(await started('shared')).not.toBe('started');
  mkdirSync(join(place, 'shared'));
  writeFileSync(join(place, 'shared', '.files-of'), `${mark}\n`);
  expect(await started('shared')).toBe('started');
});

test('a folder that this host may not use is named as that, with the cause, before and after it was marked', async () => {
  writeFileSync(join(place, 'shared'), 'no folder');
  const unusable = /读不了或写不了.*cannot be read or written.*shared: .*is no folder \(ENOTDIR\)/;
  expect(await said('shared')).toMatch(unusable);
  expect(await started('own')).toBe('started');
  expect(await said('shared')).toMatch(unusable);
});
