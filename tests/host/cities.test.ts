import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { ConfigurationWrong } from '@tongcheng/cloudfunctions/wiring/config';
import type { HostOptions } from '../../host/options';
import { type RunningHost, startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';

jest.setTimeout(90_000);

let place: Place;
let running: RunningHost | undefined;
const started = async (options: HostOptions): Promise<RunningHost> => {
  running = await withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
  return running;
};
const stop = async () => {
  await running?.stop();
  running = undefined;
};
const refusal = (options: HostOptions): Promise<unknown> =>
  started(options).then(
    () => 'it started',
    (fault: unknown) => fault,
  );

beforeEach(() => {
  place = newPlace();
});
afterEach(async () => {
  await stop();
  place.remove();
});

let bundled: string | undefined;
const program = () => {
  bundled ??= execFileSync(process.execPath, ['tools/bundled.mjs', 'host/cities.ts'], { encoding: 'utf8' }).trim();
  return bundled;
};
const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [program(), ...args]).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (fault: { code: number; stdout: string; stderr: string }) => ({
      code: fault.code,
      text: fault.stdout + fault.stderr,
    }),
  );
const at = ({ dataFolder, keyFile }: HostOptions) => ['--data', dataFolder, '--key-file', keyFile];

test('a real installation refuses the demonstration’s folder, and brings nothing of it in', async () => {
  const options = await optionsIn(place);
  cpSync('cities/420100/demonstration.txt', join(place.cities, '420100', 'demonstration.txt'));
  const fault = await refusal(options);
  expect(fault).toBeInstanceOf(ConfigurationWrong);
  expect(String(fault)).toMatch(/演示城市.*demonstration.*420100/s);
  rmSync(join(place.cities, '420100', 'demonstration.txt'));
  const host = await started(options);
  expect(await host.container.store.count(cities, {})).toBe(1);
});

test('the product’s own folder is such a demonstration', async () => {
  expect(String(await refusal(await optionsIn(place, { citiesFolder: 'cities' })))).toMatch(/演示城市.*demonstration/s);
});

test('a folder that is not there, or holds no city, is named, and only a person can mend it', async () => {
  const missing = join(place.folder, 'nowhere');
  const fault = await refusal(await optionsIn(place, { citiesFolder: missing }));
  expect([fault instanceof ConfigurationWrong, String(fault)]).toEqual([true, expect.stringContaining(missing)]);
  mkdirSync(missing);
  const empty = await refusal(await optionsIn(place, { citiesFolder: missing }));
  expect([empty instanceof ConfigurationWrong, String(empty)]).toEqual([
    true,
    expect.stringMatching(/还没有任何城市.*There is no city yet/s),
  ]);
  expect(String(empty)).toContain(missing);
});

test('data in which the simulated city lived does not become a real installation until that city is removed', async () => {
  const options = await optionsIn(place, { city: true });
  await started(options);
  await stop();
  const real = { ...options, city: false };
  expect(String(await refusal(real))).toMatch(/演示城市 420100.*demonstration city 420100.*npm run cities/s);
  const { code, text } = await run('remove', '420100', '--with-its-rides', ...at(options));
  expect([code, text]).toEqual([0, expect.stringMatching(/已移除 removed: 420100/)]);
  expect(await run('list', ...at(options))).toEqual({ code: 0, text: '' });
  const host = await started(real);
  expect(await host.container.cityOf('420100')).not.toHaveProperty('demonstration');
});

test('the command names what it cannot do, and says how it is used', async () => {
  const options = await optionsIn(place);
  expect((await run('list', ...at(options))).text).toMatch(/没有数据.*no data/);
  await started(options);
  await stop();
  expect(await run('list', ...at(options))).toEqual({ code: 0, text: '420100\n' });
  expect((await run('remove', '310100', ...at(options))).text).toMatch(/没有这个城市.*does not serve/);
  for (const wrong of [[], ['remove'], ['add', '420100'], ['list', '420100']])
    expect((await run(...wrong)).text).toContain('npm run cities');
});
