import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { closings } from '@tongcheng/cloudfunctions/app/identity/closing-record';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { sampleScan } from '../../bench/sample-scan';
import { fileOf } from '../../host/backup/archive';
import { type RunningHost, startHost } from '../../host/start-host';
import { freePort } from '../world/free-port';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { anyCode, post, scanOf, tokensOf } from './riders';

jest.setTimeout(180_000);
let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

const today = dayOf(Date.now());
const ago = (days: number) => addDays(today, -days);

interface Line {
  readonly level: string;
  readonly what: string;
  readonly fault?: string;
}

/** Starts a host in the place; gives what it logs. */
async function start(options: Awaited<ReturnType<typeof optionsIn>>): Promise<{ host: RunningHost; lines: Line[] }> {
  const lines: Line[] = [];
  const log = { event: (level: string, what: string, fields = {}) => void lines.push({ level, what, ...fields }) };
  const host = await withEnvironment(environmentOf(place), () =>
    startHost(options, { say: () => undefined, overrides: { log } }),
  );
  return { host, lines };
}

/** A host that ran and stopped, with scans of past days put beside. */
async function stoppedHost(pastDays: readonly string[]) {
  const options = await optionsIn(place);
  const { host } = await start(options);
  const tokens = await tokensOf(options.keyFile);
  const code = await anyCode(host.url, tokens.official());
  expect((await post(host.url, 'rides.record-scan', scanOf(code), tokens.rider('one'))).status).toBe(200);
  await host.stop();
  const folder = join(options.dataFolder, 'store');
  const store = openSqliteStore({ folder });
  for (const day of pastDays)
    await store.insertMany(
      scans,
      Array.from({ length: 300 }, (_, at) => ({ ...sampleScan(at, 300, day), city: '420100' })),
    );
  await store.close();
  const port = await freePort();
  const again = { ...options, port, publicUrl: `http://127.0.0.1:${port}` };
  return {
    options: again,
    folder,
    tokens,
    code,
    fileOfDay: (day: string) => join(folder, 'days', 'scans', `${day}.sqlite`),
  };
}

const healthOf = async (host: RunningHost) => {
  const reply = await fetch(`${host.url}/health`);
  return [reply.status, await reply.json()];
};

test('today’s file is damaged: scans are refused as kept on the phone, the log names file and reason, health says 503', async () => {
  const { options, tokens, code, fileOfDay } = await stoppedHost([]);
  writeFileSync(fileOfDay(today), 'notes of somebody '.repeat(400));
  const { host, lines } = await start(options);
  await host.settled;
  expect((await healthOf(host))[0]).toBe(503);
  const back = await post(host.url, 'rides.record-scan', scanOf(code), tokens.rider('one'));
  expect([back.status, JSON.parse(back.text).failure]).toMatchObject([
    503,
    { code: 'storage-refused', retry: 'later' },
  ]);
  const named = lines.filter(({ level, what }) => level === 'fault' && what === 'an operation failed');
  expect(named.at(-1)?.fault).toContain(fileOfDay(today));
  expect(named.at(-1)?.fault).toMatch(/SQLite 26: /);
  expect((await fetch(`${host.url}/health/live`)).status).toBe(200);
  await host.stop();
});

test('a day that passed is damaged: scans, history and health go on, and the timers end every day that is due', async () => {
  const past = [2, 40, 41, 42].map(ago);
  const { options, folder, tokens, code, fileOfDay } = await stoppedHost(past);
  for (const day of [ago(2), ago(41)]) truncateSync(fileOfDay(day), 6_144);
  const store = openSqliteStore({ folder });
  for (const _id of ['person-a', 'person-b']) await store.insert(closings, { _id, until: ago(3) });
  await store.close();
  const { host } = await start(options);
  await host.settled;
  for (const rider of ['one', 'two'])
    expect((await post(host.url, 'rides.record-scan', scanOf(code), tokens.rider(rider))).status).toBe(200);
  const history = await post(host.url, 'rides.history', { city: '420100', days: 7 }, tokens.rider('one'));
  expect([history.status, history.text.split('"scanId"').length]).toEqual([200, 3]);
  expect(await host.container.store.days(scans)).toEqual([ago(2), today]);
  expect(await host.container.store.count(closings, {})).toBe(0);
  expect(await healthOf(host)).toEqual([200, { ok: true, troubles: 1 }]);
  await host.stop();
});

test('a backup saves what is whole, says what is not in words and in its manifest, and ends with 2', async () => {
  const { options, fileOfDay } = await stoppedHost([1, 2, 3].map(ago));
  truncateSync(fileOfDay(ago(2)), 6_144);
  const bundle = ['tools/bundled.mjs', 'host/backup/main.ts'];
  const program = execFileSync(process.execPath, bundle, { encoding: 'utf8' }).trim();
  const [to, keysTo] = [join(place.folder, 'backup'), join(place.folder, 'backup-keys')];
  const where = ['--data', options.dataFolder, '--key-file', options.keyFile];
  const done = spawnSync(process.execPath, [program, 'backup', ...where, '--to', to, '--keys-to', keysTo], {
    encoding: 'utf8',
  });
  expect(done.status).toBe(2);
  expect(done.stderr).toContain(`scans ${ago(2)}: `);
  expect(done.stderr).toMatch(/SQLite 11: .*\n备份不完整.*incomplete/s);
  const lines = gunzipSync(readFileSync(fileOf(to, 'scans')))
    .toString('utf8')
    .split('\n');
  for (const day of [ago(1), ago(3)]) expect(lines.filter((line) => line.includes(`"_id":"${day}.`))).toHaveLength(300);
  const manifest = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8'));
  expect(manifest.incomplete).toMatchObject([{ name: 'scans', day: ago(2) }]);
  const elsewhere = ['--data', join(place.folder, 'other'), '--key-file', join(place.folder, 'other.key')];
  const from = ['--from', to, '--keys-from', keysTo];
  const restored = spawnSync(process.execPath, [program, 'restore', ...elsewhere, ...from], { encoding: 'utf8' });
  expect([restored.status, restored.stderr]).toEqual([0, expect.stringMatching(/备份不完整.*incomplete/s)]);
});
