import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginnings } from '@tongcheng/cloudfunctions/app/reports/records';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { serve } from '@tongcheng/cloudfunctions/edge/serve';
import { type Config, readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { deploymentTargets } from '@tongcheng/cloudfunctions/wiring/targets/all';
import { officialRoles } from '@tongcheng/shared/access';
import { newId } from '@tongcheng/shared/ids';
import * as z from 'zod';
import { registerOf } from '../../city/people/register';
import { readPosters } from '../../host/city/posters';
import { type LocalProviders, startProviders } from '../../host/city/providers';
import { allRoutes } from '../../host/functions';
import { people } from '../world/people';
import { builtFunctions, bundlesOf } from './artefacts';
import { expectRide, type Ride } from './ride-suite';
import { runByCli, serveByFramework } from './runners';
import { unpack } from './unpacked';

/** Something to ask of each function: by an official, by nobody, and what needs a compiled part. */
const asked: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  identity: [
    ['identity.sign-in', { provider: 'web', code: 'none-such', city: '420100' }],
    ['identity.consent', {}],
  ],
  cards: [['cards.list-cards', {}]],
  venues: [
    ['venues.print-stickers', { venueIds: ['bus-e1-01'] }],
    ['venues.get-city', { city: '420100' }],
    ['venues.list-venues', { city: '420100' }],
    ['venues.get-city', { city: '999999' }],
  ],
  rides: [
    ['rides.live-figures', { city: '420100' }],
    ['rides.record-scan', { nothing: true }],
  ],
  reports: [
    ['reports.list-recipients', { city: '420100' }],
    ['reports.download-report', {}],
  ],
  oversight: [['oversight.sign-in-official', { login: 'nobody', password: 'a long enough password', code: '000000' }]],
};

/** Every function of a target that answers over HTTP, with its questions: those above, or its first operation asked without words. */
const answering = (target: string) =>
  builtFunctions(target).flatMap((name) => {
    const { routes } = require(join(bundlesOf(target), name, 'index.js'));
    if (!Array.isArray(routes)) return [];
    const [{ endpoint }] = routes;
    return [[name, asked[name] ?? [[String(endpoint.name), {}] as const]] as const];
  });

const Reply = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });
const eventBy = (token: string) => (name: string, body: unknown) => ({
  path: `/api/${name}`,
  httpMethod: 'POST',
  headers: { authorization: `Bearer ${token}` },
  body: JSON.stringify(body),
});
const GivenList = z.object({ statusCode: z.literal(200), body: z.string(), isBase64Encoded: z.literal(true) });
/** What stands in a list as text: its address among it. */
const listSaid = (bytes: Buffer): string => bytes.toString('latin1');
/** An answer without what differs from call to call. */
const lasting = (text: string) => text.replace(/\b\d{13}\b/g, '').replace(/"(faultId|url)":"[^"]+"/g, '');

const file = (...parts: readonly string[]) => readFileSync(join('cities', '420100', ...parts), 'utf8');

/** A store with a city and three vehicles; gives an official's session, and what is posted in one of them. */
async function seed(config: Config): Promise<{ readonly token: string; readonly posted: Ride['posted'] }> {
  const needs = await makeContainer(config);
  await importCity(needs, file('settings.json'), [file('venues', 'buses.csv').split('\n').slice(0, 4).join('\n')]);
  const now = needs.clock.now();
  const token = needs.tokens.issue({
    kind: 'official',
    session: newId(now, needs.chance.bytes),
    issuedAt: now,
    expiresAt: now + 600_000,
    official: 'official-1',
    roles: [...officialRoles],
    cities: ['420100'],
  });
  const [vehicle] = (await needs.store.find(venues, { where: { city: '420100' }, limit: 1 })).items;
  const venueId = vehicle?._id ?? '';
  const code = (await readPosters(needs, '420100')).codeOf(venueId) ?? '';
  await needs.store.close();
  return { token, posted: { code, venueId } };
}

/** Where a target's bundles run in a test: its environment, and how to leave nothing behind. */
export interface Place {
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Every bundle of a target, run by the cloud's own runners from its folder alone, against a store of that target. */
export function bundlesRun(target: keyof typeof deploymentTargets, open: (folder: string) => Promise<Place>): void {
  jest.setTimeout(60_000);
  const root = mkdtempSync(join(tmpdir(), 'tongcheng-bundles-'));
  let place: Place;
  let providers: LocalProviders;
  let environment: Place['environment'];
  let config: Config;
  let token = '';
  let posted: Ride['posted'];
  const event = (name: string, body: unknown) => eventBy(token)(name, body);
  beforeAll(async () => {
    place = await open(root);
    const secret = String(place.environment.TONGCHENG_PROVIDERS_SECRET);
    providers = await startProviders(registerOf(people), secret, Date.now);
    environment = { ...place.environment, TONGCHENG_PROVIDERS_URL: providers.url };
    config = readConfig(environment, deploymentTargets[target]);
    ({ token, posted } = await seed(config));
  });
  afterAll(async () => {
    await providers.close();
    await place.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** What the same source answers in this process. */
  async function expected(name: string, body: unknown) {
    const needs = await makeContainer(config, { log: { event: () => undefined } });
    const reply = await serve(async () => needs, allRoutes)(event(name, body));
    await needs.store.close();
    return reply;
  }

  describe.each(answering(target))('the bundle of %s, from its folder alone', (name, questions) => {
    const folder = unpack(target, name, root);

    test('answers under the runner of @cloudbase/cli as its source does', async () => {
      for (const [operation, body] of questions) {
        const { given } = await runByCli(folder, event(operation, body), environment);
        const right = await expected(operation, body);
        const reply = Reply.parse(given);
        expect([operation, reply.statusCode, lasting(reply.body)]).toEqual([
          operation,
          right.statusCode,
          lasting(String(right.body)),
        ]);
      }
      const { given } = await runByCli(folder, { ...event('x', {}), userInfo: { openId: 'o' } }, environment);
      expect(given).toEqual({ statusCode: 404, headers: {}, body: '' });
    });

    test('answers under the functions framework as its source does, many at once', async () => {
      const rights = new Map<string, Awaited<ReturnType<typeof expected>>>();
      for (const [operation, body] of questions)
        rights.set(JSON.stringify([operation, body]), await expected(operation, body));
      const served = await serveByFramework(folder, environment);
      try {
        const many = Array.from({ length: 5 }, () => questions).flat();
        const replies = await Promise.all(many.map(([operation, body]) => served.ask(operation, body, token)));
        for (const [place, [operation, body]] of many.entries()) {
          const right = rights.get(JSON.stringify([operation, body]));
          expect(replies[place]?.status).toBe(right?.statusCode);
          expect(lasting(replies[place]?.text ?? '')).toBe(lasting(String(right?.body)));
          expect(replies[place]?.headers.get('cache-control')).toBe('no-store');
        }
      } finally {
        await served.stop();
      }
    });
  });

  test('W-06 a rider with a green status signs in, is authenticated, scans and is told the verdict, by the bundles alone', () =>
    expectRide({
      target,
      root,
      environment,
      posted,
      person: people[0],
      signInCode: (subject) => providers.codes.issue(subject),
    }));

  test('X-02 the bundle of passes gives a status list by GET as bytes, and nothing to whoever names its tag', async () => {
    const path = '/passes/status-lists/420100';
    const folder = unpack(target, 'passes', join(root, 'lists'));
    const asked = { path, httpMethod: 'GET', headers: {} };
    const given = GivenList.parse((await runByCli(folder, asked, environment)).given);
    expect(listSaid(Buffer.from(given.body, 'base64'))).toContain(path);
    const served = await serveByFramework(folder, environment);
    try {
      const whole = await served.get(path);
      expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'application/statuslist+cwt']);
      expect(listSaid(whole.bytes)).toContain(path);
      // A minute may have ended between the two: then the list is another, and whole again.
      const etag = whole.headers.get('etag') ?? '';
      const again = await served.get(path, { 'if-none-match': etag });
      expect([again.status, again.bytes.length]).toEqual(
        again.headers.get('etag') === etag ? [304, 0] : [200, whole.bytes.length],
      );
    } finally {
      await served.stop();
    }
  });

  describe('the bundle of daily-report', () => {
    const folder = unpack(target, 'daily-report', root);
    const timer = { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '2026-11-20T23:05:00Z', Message: '' };
    const begun = async () => {
      const { store } = await makeContainer(config);
      const count = await store.count(beginnings, {});
      await store.close();
      return count;
    };

    test('does nothing for a caller over HTTP, be the body a timer’s event', async () => {
      const served = await serveByFramework(folder, environment);
      const reply = await served.ask('daily-report', timer, token);
      await served.stop();
      expect([reply.status, reply.text]).toEqual([204, '']);
      await runByCli(folder, event('daily-report', timer), environment);
      expect(await begun()).toBe(0);
    });

    test('does nothing for whoever calls it by name with a timer’s event', async () => {
      const byName = { ...environment, SCF_FUNCTION_ENVIRON: 'TCB_UUID=somebody;' };
      expect((await runByCli(folder, timer, byName)).given).toBeNull();
      expect(await begun()).toBe(0);
    });

    test('does its work for the timer, and again without harm', async () => {
      for (const _ of [1, 2]) expect((await runByCli(folder, timer, environment)).given).toBeNull();
      expect(await begun()).toBe(1);
    });
  });
}
