import { inflateSync } from 'node:zlib';
import { passes } from '@tongcheng/cloudfunctions/app/passes/pass-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { serve } from '@tongcheng/cloudfunctions/edge/serve';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { readPublicKeyText } from '@tongcheng/shared/credentials/public-key';
import { isRevoked } from '@tongcheng/shared/credentials/status-bits';
import { takeStatusList } from '@tongcheng/shared/credentials/status-list';
import { type TrustList, takeTrustList } from '@tongcheng/shared/credentials/trust-list';
import { dayMs, dayOf, hourMs } from '@tongcheng/shared/time';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import fastify, { type FastifyInstance } from 'fastify';
import * as z from 'zod';
import { makeAddressOf } from '../../host/api-handler';
import { allRoutes } from '../../host/functions';
import { serveLists } from '../../host/list-downloads';
import { makeLoadLimit } from '../../host/load-limit';
import { refuseOverload, serveRefusals } from '../../host/refusals';
import { townSettings } from '../world/installation';
import { aCity } from '../world/records';
import { openTown, type Town } from '../world/town';

let town: Town;
let server: FastifyInstance;
let places: number;
beforeEach(async () => {
  places = 128;
  town = await openTown();
  const capabilities = { city: {}, passes: { counters: [] } };
  await town.needs.store.insert(cities, aCity(CitySettings.parse({ ...townSettings, city: '110000', capabilities })));
  const { capabilities: _none, ...bare } = townSettings;
  await town.needs.store.insert(cities, aCity(CitySettings.parse({ ...bare, city: '110108' })));
  // An hour begins: neither list changes while it is asked for twice.
  town.pass(hourMs - (town.needs.clock.now() % hourMs));
  server = openServer();
});
afterEach(async () => {
  await server.close();
  await town.close();
  expect(town.faults).toEqual([]);
});

function openServer(): FastifyInstance {
  const opened = fastify();
  const answer = makeAnswer(allRoutes);
  serveRefusals(opened, town.needs);
  serveLists(opened, {
    answer: (request) => answer(town.needs, request),
    addressOf: makeAddressOf(undefined),
    limit: makeLoadLimit(() => performance.now(), places),
    refuseOverload: refuseOverload(town.needs),
  });
  return opened;
}

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
}
type Home = (path: string, headers?: Record<string, string>) => Promise<Told>;

const host: Home = async (path, headers = {}) => {
  const { statusCode, headers: told, rawPayload } = await server.inject({ url: path, headers });
  return { status: statusCode, headers: told, bytes: Uint8Array.from(rawPayload) };
};

const CloudReply = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.union([z.string(), z.instanceof(Buffer)]),
  isBase64Encoded: z.boolean().default(false),
});
const cloud = async (event: unknown, context?: unknown): Promise<Told> => {
  const told = CloudReply.parse(await serve(async () => town.needs, allRoutes)(event, context));
  return {
    status: told.statusCode,
    headers: told.headers,
    bytes: Uint8Array.from(sentBy(told, context !== undefined)),
  };
};
/** As each entrance sends it on: the framework takes no base64 back. */
const sentBy = ({ body, isBase64Encoded }: z.output<typeof CloudReply>, byFramework: boolean): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.from(body, isBase64Encoded && !byFramework ? 'base64' : 'utf8');
const access: Home = (path, headers = {}) => cloud({ path, httpMethod: 'GET', headers, requestContext: {} });
const framework: Home = (path, headers = {}) =>
  cloud({}, { httpContext: { url: `https://ride.example.cn${path}`, httpMethod: 'GET', headers } });

const homes: readonly (readonly [string, Home])[] = [
  ['a host', host],
  ['the HTTP access service', access],
  ['the functions framework', framework],
];

async function trustListOf(bytes: Uint8Array): Promise<TrustList> {
  const { value } = await town.ask('passes.get-trust-list', {});
  const root = readPublicKeyText(z.object({ rootKey: z.string() }).parse(value).rootKey);
  if (!root) throw new Error('no root key');
  const taken = await takeTrustList({ bytes, root, held: undefined, now: town.needs.clock.now() }, verifyByNode);
  if (!taken.ok) throw new Error(`not taken: ${taken.refusal}`);
  return taken.list;
}

/** The list at the very address that the trust list names, as a validator takes it. */
async function statusesFrom(home: Home, trustList: TrustList) {
  const url = trustList.keys.find(({ city, use }) => city === '110000' && use === 'status-list')?.statusListUrl ?? '';
  const { bytes } = await home(new URL(url).pathname);
  return takeStatusList({ bytes, url, trustList, held: undefined }, verifyByNode, async (each) => inflateSync(each));
}

async function revoke(statusIndex: number): Promise<void> {
  const now = town.needs.clock.now();
  const day = dayOf(now);
  await town.needs.store.insert(passes, {
    _id: `${day}.110000.${statusIndex}`,
    ...{ day, city: '110000', passId: '01KBBCD4000123456789ABCDEF', pseudonym: 'p', statusIndex },
    ...{ issuedAt: now, endsAt: now + dayMs, issuedBy: 'phone', isRevoked: true },
  });
}

describe.each(homes)('X-02 lists by GET from %s', (_name, home) => {
  it('are signed lists that a validator takes from the addresses that they name', async () => {
    const told = await home('/passes/trust-list');
    expect(told.status).toBe(200);
    expect(told.headers).toMatchObject({ 'content-type': 'application/cwt', 'cache-control': 'public, max-age=300' });
    await revoke(77);
    const statuses = await statusesFrom(home, await trustListOf(told.bytes));
    if (!statuses) throw new Error('not taken');
    expect([76, 77, 78].map((place) => isRevoked(statuses.statuses, place))).toEqual([false, true, false]);
    expect((await home('/passes/status-lists/110000?again=1')).headers).toMatchObject({
      'content-type': 'application/statuslist+cwt',
      'cache-control': 'public, max-age=60',
    });
  });

  it('are not sent again to whoever names the tag, until something was revoked', async () => {
    const path = '/passes/status-lists/110000';
    const etag = String((await home(path)).headers.etag);
    for (const held of [etag, `W/${etag}`, `"another", ${etag}`, '*']) {
      const again = await home(path, { 'if-none-match': held });
      expect([held, again.status, again.bytes.length, again.headers.etag]).toEqual([held, 304, 0, etag]);
    }
    expect((await home(path, { 'if-none-match': '"another"' })).status).toBe(200);
    await revoke(5);
    const changed = await home(path, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it('refuse a city that is unknown or gives no passes in words, uncached, and have nothing elsewhere', async () => {
    for (const [city, status, code] of [
      ['999999', 404, 'city-unknown'],
      ['110108', 422, 'capability-absent'],
      ['x', 400, 'invalid-input'],
    ] as const) {
      const told = await home(`/passes/status-lists/${city}`);
      expect([city, told.status]).toEqual([city, status]);
      expect(told.headers).toMatchObject({ 'cache-control': 'no-store' });
      expect(JSON.parse(Buffer.from(told.bytes).toString('utf8'))).toMatchObject({ ok: false, failure: { code } });
    }
    for (const path of ['/passes/status-lists', '/passes/status-lists/', '/passes/status-lists/110000/x', '/passes/x'])
      expect([path, (await home(path)).status]).toEqual([path, 404]);
  });
});

test('X-23 a host that is full turns GETs away with a time to come again', async () => {
  await server.close();
  places = 0;
  server = openServer();
  const told = await host('/passes/trust-list');
  expect(told.status).toBe(503);
  expect(Number(told.headers['retry-after'])).toBeGreaterThanOrEqual(1);
});

test('a GET by name, or for anything but a list, gets nothing from a function', async () => {
  const event = { path: '/passes/trust-list', httpMethod: 'GET', headers: {} };
  expect((await cloud({ ...event, userInfo: { appId: 'x' } })).status).toBe(404);
  expect((await cloud(event, { environment: '{"WX_OPENID":"o"}' })).status).toBe(404);
  expect((await cloud({ ...event, path: '/api/passes.get-trust-list' })).status).toBe(404);
});
