import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devices } from '@tongcheng/cloudfunctions/app/devices/device-record';
import { type RunningHost, startHost } from '../../host/start-host';
import { bundleGate } from '../gates/device/gate-child';
import { freePort } from '../world/free-port';
import { until } from '../world/until';

jest.setTimeout(180_000);
const folder = mkdtempSync(join(tmpdir(), 'tongcheng-gates-'));
const said: string[] = [];
let host: RunningHost;
let port: number;
const start = async (): Promise<RunningHost> => {
  const options = {
    ...{ port, address: '127.0.0.1', publicUrl: `http://127.0.0.1:${port}`, journeys: 0, speed: 1 },
    ...{ dataFolder: join(folder, 'data'), keyFile: join(folder, 'master.key') },
    ...{ city: true, gates: true, gateProgram: bundleGate() },
  };
  const started = await startHost(options, { say: (line) => void said.push(line) });
  await started.settled;
  await until(() => said.some((line) => line.includes('not linked')));
  return started;
};
const linkOf = (gate: number) =>
  readFileSync(join(folder, 'data', 'gates', String(gate), 'screen-link'), 'utf8').trim();
const tap = async (gate: number, number: string) => {
  const [url = '', token = ''] = linkOf(gate).split('/#');
  const answer = await fetch(`${url}/tap`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ kind: 't-union', number }),
  });
  return answer.json();
};
const listed = async () => (await host.container.store.find(devices, { where: { city: '110000' }, limit: 10 })).items;

beforeAll(async () => {
  port = await freePort();
  host = await start();
});
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('B-06 two gates of Beijing enrol themselves beside the simulated city, say where their screens are, and keep out a card that is not linked', async () => {
  expect((await listed()).map(({ kind, venueId }) => [kind, venueId]).sort()).toEqual([
    ['gate', '110000-metro-panjiayuan'],
    ['reader', '110000-bus-14-01'],
  ]);
  for (const gate of [1, 2]) {
    expect(said.join('\n')).toContain(linkOf(gate));
    await until(async () => (await tap(gate, '3190000000000000000')).ground === 'card-not-linked');
  }
});

test('a later start runs the same gates, and a stop ends them', async () => {
  const before = (await listed()).map(({ _id }) => _id);
  const earlier = linkOf(1);
  await host.stop();
  await expect(fetch(earlier.split('/#')[0] ?? '')).rejects.toThrow('fetch failed');
  said.length = 0;
  host = await start();
  expect((await listed()).map(({ _id }) => _id)).toEqual(before);
  expect(existsSync(join(folder, 'data', 'gates', '3'))).toBe(false);
  await until(async () => (await tap(2, '3190000000000000000')).ground === 'card-not-linked');
});
