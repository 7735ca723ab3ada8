import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteBackup } from '../../host/backup/last-backup';
import { startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, withEnvironment } from '../host/place';
import { programOf, testWith } from '../servers/programs';

jest.setTimeout(60_000);
const monitoring = join('deploy', 'servers', 'monitoring');
const read = (name: string) => readFileSync(join(monitoring, name), 'utf8');

let exposed = '';
beforeAll(async () => {
  const place = newPlace();
  const log = { event: () => undefined };
  const options = await optionsIn(place);
  await noteBackup(options.dataFolder, '2022-06-01T19:10:00.000Z');
  const host = await withEnvironment(environmentOf(place), () =>
    startHost(options, { say: () => undefined, overrides: { log } }),
  );
  try {
    await host.settled;
    const ask = (name: string) => fetch(`${host.url}/api/${name}`, { method: 'POST', body: '{"city":"420100"}' });
    for (const name of ['venues.get-city', 'rides.record-scan']) await ask(name);
    exposed = await (await fetch(`${host.url}/metrics`)).text();
  } finally {
    await host.stop();
    place.remove();
  }
});

/** Names of series that the host exposes. */
const exposedNames = () =>
  new Set(exposed.split('\n').flatMap((line) => /^([a-zA-Z_:][\w:]*)[{ ]/.exec(line)?.[1] ?? []));
const namesIn = (text: string) => [...new Set([...text.matchAll(/\btongcheng_\w+/g)].map(([name]) => name))];

test('every metric has one help and one type before its series, no value twice, and a counter ends with _total', () => {
  const lines = exposed.split('\n');
  const of = (word: string) =>
    lines.flatMap((line) => (line.startsWith(`# ${word} `) ? [line.split(' ').slice(2, 4)] : []));
  const typed = of('TYPE').map(([name = '', type = '']) => [name, type] as const);
  expect(typed.length).toBeGreaterThan(20);
  expect(of('HELP').map(([name]) => name)).toEqual(typed.map(([name]) => name));
  expect(new Set(typed.map(([name]) => name)).size).toBe(typed.length);
  for (const [name, type] of typed)
    expect([name, type, name.endsWith('_total')]).toEqual([name, type, type === 'counter']);
  const series = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/ (?=\S+$)/)[0]);
  expect(new Set(series).size).toBe(series.length);
});

test('the age of the last backup is known from its note beside the data', () => {
  expect(exposed).toMatch(/^tongcheng_backup_timestamp_seconds 1654110600$/m);
});

test('alerts and dashboard ask for metrics that the host exposes, and for outcomes, states and operations that there are', () => {
  const asked = namesIn(read('alerts.yml') + read('dashboard.json'));
  expect(asked.length).toBeGreaterThan(10);
  // Set by a call of an outside service only; its name is proven in tests/host/waiting-metrics.
  const known = new Set([...exposedNames(), 'tongcheng_breaker']);
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
  expect(namesIn('rate(tongcheng_no_such_total[5m])').filter((name) => !known.has(name))).toEqual([
    'tongcheng_no_such_total',
  ]);
});

test('the dashboard is one that Grafana can import: a panel each with its queries, one source of data to choose', () => {
  const { panels, templating, uid } = JSON.parse(read('dashboard.json'));
  expect([uid, templating.list.map(({ type }: { type: string }) => type)]).toEqual(['tongcheng', ['datasource']]);
  for (const { title, targets, gridPos } of panels) {
    expect([title, targets.length > 0, gridPos.w]).toEqual([title, true, 12]);
    for (const { expr } of targets) expect(expr).toMatch(/tongcheng_/);
  }
});

describe('promtool', () => {
  const promtool = (args: readonly string[], input = '') =>
    spawnSync(programOf('promtool'), args, { encoding: 'utf8', input });

  testWith('promtool')('takes the metrics of a host without a complaint', async () => {
    const { status, stdout, stderr } = promtool(['check', 'metrics'], exposed);
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(promtool(['check', 'metrics'], '# TYPE bad_total gauge\nbad_total 1\n').status).not.toBe(0);
  });

  testWith('promtool')('takes the rules, the scrape configuration, and the tests of the rules', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongcheng-monitoring-'));
    try {
      cpSync(monitoring, folder, { recursive: true });
      const run = (...args: readonly string[]) =>
        execFileSync(programOf('promtool'), args, { cwd: folder, encoding: 'utf8' });
      expect(run('check', 'rules', 'alerts.yml')).toMatch(/SUCCESS: \d+ rules found/);
      expect(run('check', 'config', '--syntax-only', 'prometheus.yml')).toMatch(/SUCCESS/);
      expect(run('test', 'rules', 'alerts.test.yml')).toMatch(/SUCCESS/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
