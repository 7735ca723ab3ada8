import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveFirstOfficialsCities } from '@tongcheng/cloudfunctions/app/oversight/cities-of-first-officials';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { bringCities } from '../../host/bring-cities';
import { openTown, type Town } from '../world/town';

let town: Town;
let folder: string;
beforeEach(async () => {
  town = await openTown();
  folder = mkdtempSync(join(tmpdir(), 'tongcheng-provinces-'));
  mkdirSync(join(folder, 'provinces', '420000'), { recursive: true });
});
afterEach(async () => {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

const hubei = {
  province: '420000',
  name: { zh: '湖北', en: 'Hubei' },
  hotline: '12328',
  retentionDays: 400,
  capabilities: { coaches: {} },
  reports: { formFromHour: 5, protection: 'password' },
};
const write = (settings: unknown) =>
  writeFileSync(join(folder, 'provinces', '420000', 'settings.json'), JSON.stringify(settings));
const bring = async () => {
  const said: string[] = [];
  await bringCities(town.needs, folder, { say: (line) => said.push(line) });
  return said;
};

test('a province is brought in from its file, once, and is there for whoever asks', async () => {
  write(hubei);
  expect(await bring()).toEqual([expect.stringContaining('420000')]);
  expect(await bring()).toEqual([]);
  town.pass(6_000);
  expect(await town.needs.provinceOf('420000')).toMatchObject({ name: { en: 'Hubei' }, rolloverHour: 0 });
  expect(await town.needs.provinceOf('210000')).toBeUndefined();
});

test('a file with a mistake stops the start with its place', async () => {
  write({ ...hubei, retentionDays: 0 });
  await expect(bring()).rejects.toThrow(/retentionDays/);
});

test('the first officials get a province that is brought in, and with it every city of it', async () => {
  await createFirstOfficials(town.needs, ['420100'], async () => undefined);
  write(hubei);
  await bring();
  expect(await giveFirstOfficialsCities(town.needs, ['420100'])).toEqual(['chief', 'deputy']);
  expect(await giveFirstOfficialsCities(town.needs, ['420100'])).toEqual([]);
  expect(await town.needs.store.get(officials, 'chief')).toMatchObject({ provinces: ['420000'] });
});
