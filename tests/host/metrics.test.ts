import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import fastify from 'fastify';
import { operationNames } from '../../host/functions';
import { makeHostHealth, serveHealth } from '../../host/health';
import { makeMetrics } from '../../host/metrics/metrics';
import { serveMetrics } from '../../host/metrics/serve-metrics';
import { type RunningHost, startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, withEnvironment } from './place';

const place = newPlace();
const token = 'a token of the tests for whoever watches, long enough';
let host: RunningHost;
const warned: string[] = [];

beforeAll(async () => {
  const options = await optionsIn(place);
  const environment = { ...environmentOf(place), TONGCHENG_METRICS_TOKEN: token };
  const log = { event: (level: string, what: string) => void (level === 'warning' && warned.push(what)) };
  host = await withEnvironment(environment, () => startHost(options, { say: () => undefined, overrides: { log } }));
  await host.settled;
}, 30_000);
afterAll(async () => {
  await host.stop();
  place.remove();
});

const ask = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${host.url}/api/${name}`, { method: 'POST', body: JSON.stringify(body), headers });
const look = (headers: Record<string, string> = {}) => fetch(`${host.url}/metrics`, { headers });
const countIn = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(line))
      ?.split(' ')
      .at(-1) ?? 0,
  );

test('answers are counted by operation and outcome, calls of the store by verb', async () => {
  const before = await (await look()).text();
  await ask('venues.get-city', { city: '420100' });
  await ask('venues.get-city', { city: '999999' });
  await ask('cards.list-cards', {});
  await ask('no.such', { name: '演示甲' });
  const after = await (await look()).text();
  const grown = (line: string) => countIn(after, line) - countIn(before, line);
  expect(grown('tongcheng_answers_total{operation="venues.get-city",outcome="ok"}')).toBe(1);
  expect(grown('tongcheng_answers_total{operation="venues.get-city",outcome="refused"}')).toBe(1);
  expect(grown('tongcheng_answers_total{operation="cards.list-cards",outcome="refused"}')).toBe(1);
  expect(grown('tongcheng_answers_total{operation="unknown",outcome="refused"}')).toBe(1);
  expect(grown('tongcheng_answer_seconds_count{operation="venues.get-city"}')).toBe(2);
  expect(grown('tongcheng_store_calls_total{verb="get"}')).toBeGreaterThan(0);
  expect(after).toMatch(/^tongcheng_outbox_oldest_seconds 0$/m);
  expect(after).toMatch(/^tongcheng_outbox_deliveries\{state="failed"\} 0$/m);
});

test('labels hold words of our own only, whatever callers send', async () => {
  await ask('identity.sign-in', { provider: 'web', code: 'E12345678', city: '420100' });
  await ask(encodeURIComponent('张三 420100199001011234'), {});
  const text = await (await look()).text();
  const labels = [...text.matchAll(/operation="([^"]*)"/g)].map(([, name]) => name ?? '');
  expect(labels.length).toBeGreaterThan(2);
  for (const label of labels) expect([...operationNames, 'unknown']).toContain(label);
  for (const sent of ['E12345678', '张三', '420100199001011234', '127.0.0.1']) expect(text).not.toContain(sent);
});

test('only this machine looks without the token: what a proxy passes on is not of this machine', async () => {
  expect((await look()).status).toBe(200);
  for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via'])
    expect((await look({ [name]: '127.0.0.1' })).status).toBe(404);
  expect((await look({ 'X-Forwarded-For': '203.0.113.1', Authorization: 'Bearer guessed' })).status).toBe(404);
  const told = await look({ 'X-Forwarded-For': '203.0.113.1', Authorization: `Bearer ${token}` });
  expect([told.status, told.headers.get('cache-control')]).toEqual([200, 'no-store']);
});

test('the token is changed host by host: each takes the one that it was started with, and the old one opens nothing afterwards', async () => {
  const [old, next] = [token, `${token} of tomorrow`];
  const started = (with_: string) => {
    const server = fastify();
    serveMetrics(server, makeMetrics().registry, with_);
    return server;
  };
  const statusOf = async (server: ReturnType<typeof started>, shown: string) => {
    const headers = { 'x-forwarded-for': '203.0.113.1', authorization: `Bearer ${shown}` };
    return (await server.inject({ url: '/metrics', headers })).statusCode;
  };
  const [restarted, waiting] = [started(next), started(old)];
  expect([await statusOf(restarted, next), await statusOf(restarted, old)]).toEqual([200, 404]);
  expect([await statusOf(waiting, old), await statusOf(waiting, next)]).toEqual([200, 404]);
  await Promise.all([restarted.close(), waiting.close()]);
});

test('a peer that nobody trusts and that says whose address it passes on is told of once, without an address', async () => {
  warned.length = 0;
  for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3'])
    expect((await ask('venues.get-city', { city: '420100' }, { 'X-Forwarded-For': address })).status).toBe(200);
  expect(warned).toEqual([expect.stringMatching(/^X-Forwarded-For of a peer that is not trusted.*--trusted-proxy$/)]);
});

test('live and ready are different answers', async () => {
  expect(await (await fetch(`${host.url}/health/live`)).json()).toEqual({ ok: true });
  const ready = await fetch(`${host.url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { ok: true, store: true, keys: true, objects: true }]);
});

test('a host whose keys are away is alive and not ready, and is ready again soon after they are back', async () => {
  const service = keyFileService(new Uint8Array(32).map((_, place) => place * 7 + 3));
  let away = true;
  let now = 1_000_000;
  const keys = {
    ...service,
    wrap: async (key: Uint8Array, context: string) =>
      away ? Promise.reject(new Error('away')) : service.wrap(key, context),
  };
  const server = fastify();
  const { store, objects } = host.container;
  serveHealth(server, makeHostHealth({ store, objects, keys, clock: { now: () => now } }));
  const status = async (path: string) => (await server.inject(path)).statusCode;
  expect([await status('/health/live'), await status('/health/ready'), await status('/health')]).toEqual([
    200, 503, 200,
  ]);
  away = false;
  now += 2_500;
  expect(await status('/health/ready')).toBe(200);
  away = true;
  now += 2_500;
  expect(await status('/health/ready')).toBe(200);
  now += 60_000;
  expect(await status('/health/ready')).toBe(503);
  await server.close();
});
