import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginnings } from '@tongcheng/cloudfunctions/app/reports/records';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { serve } from '@tongcheng/cloudfunctions/edge/serve';
import { type Config, readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { officialRoles } from '@tongcheng/shared/access';
import { newId } from '@tongcheng/shared/ids';
import * as z from 'zod';
import { allRoutes } from '../../host/functions';
import { builtFunctions, bundlesOf } from './artefacts';
import { runByCli, serveByFramework } from './runners';
import { unpack } from './unpacked';

/** Something to ask of each function: by an official, by nobody, and what needs a compiled part. */
const asked: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  identity: [
    ['identity.sign-in', { provider: 'web', code: 'none-such', city: '420100' }],
    ['identity.consent', {}],
  ],
  cards: [['cards.list', {}]],
  venues: [
    ['venues.print-stickers', { venueIds: ['bus-e1-01'] }],
    ['venues.get-city', { city: '420100' }],
    ['venues.list', { city: '420100' }],
    ['venues.get-city', { city: '999999' }],
  ],
  rides: [
    ['rides.live', { city: '420100' }],
    ['rides.record', { nothing: true }],
  ],
  reports: [
    ['reports.list-recipients', { city: '420100' }],
    ['reports.download', {}],
  ],
  oversight: [['oversight.sign-in', { login: 'nobody', password: 'a long enough password', code: '000000' }]],
};

/** Every function of a home that answers over HTTP, with its questions: those above, or its first operation asked without words. */
const answering = (home: string) =>
  builtFunctions(home).flatMap((name) => {
    const { routes } = require(join(bundlesOf(home), name, 'index.js'));
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
/** An answer without what differs from call to call. */
const lasting = (text: string) => text.replace(/\b\d{13}\b/g, '').replace(/"(faultId|url)":"[^"]+"/g, '');

const file = (...parts: readonly string[]) => readFileSync(join('cities', '420100', ...parts), 'utf8');

/** A store with a city and three vehicles; gives an official's session. */
async function seed(config: Config): Promise<string> {
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
  await needs.store.close();
  return token;
}

/** Where a home's bundles run in a test: its environment, and how to leave nothing behind. */
export interface Place {
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Every bundle of a home, run by the cloud's own runners from its folder alone, against a store of that home. */
export function bundlesRun(home: string, open: (folder: string) => Promise<Place>): void {
  jest.setTimeout(60_000);
  const root = mkdtempSync(join(tmpdir(), 'tongcheng-bundles-'));
  let place: Place;
  let config: Config;
  let token = '';
  const event = (name: string, body: unknown) => eventBy(token)(name, body);
  beforeAll(async () => {
    place = await open(root);
    config = readConfig(place.environment);
    token = await seed(config);
  });
  afterAll(async () => {
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

  describe.each(answering(home))('the bundle of %s, from its folder alone', (name, questions) => {
    const folder = unpack(home, name, root);

    test('answers under the runner of @cloudbase/cli as its source does', async () => {
      for (const [operation, body] of questions) {
        const { given } = await runByCli(folder, event(operation, body), place.environment);
        const right = await expected(operation, body);
        const reply = Reply.parse(given);
        expect([operation, reply.statusCode, lasting(reply.body)]).toEqual([
          operation,
          right.statusCode,
          lasting(right.body),
        ]);
      }
      const { given } = await runByCli(folder, { ...event('x', {}), userInfo: { openId: 'o' } }, place.environment);
      expect(given).toEqual({ statusCode: 404, headers: {}, body: '' });
    });

    test('answers under the functions framework as its source does, many at once', async () => {
      const rights = new Map<string, Awaited<ReturnType<typeof expected>>>();
      for (const [operation, body] of questions)
        rights.set(JSON.stringify([operation, body]), await expected(operation, body));
      const served = await serveByFramework(folder, place.environment);
      try {
        const many = Array.from({ length: 5 }, () => questions).flat();
        const replies = await Promise.all(many.map(([operation, body]) => served.ask(operation, body, token)));
        for (const [place, [operation, body]] of many.entries()) {
          const right = rights.get(JSON.stringify([operation, body]));
          expect(replies[place]?.status).toBe(right?.statusCode);
          expect(lasting(replies[place]?.text ?? '')).toBe(lasting(right?.body ?? ''));
          expect(replies[place]?.headers.get('cache-control')).toBe('no-store');
        }
      } finally {
        await served.stop();
      }
    });
  });

  describe('the bundle of daily-report', () => {
    const folder = unpack(home, 'daily-report', root);
    const timer = { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '2026-11-20T23:05:00Z', Message: '' };
    const begun = async () => {
      const { store } = await makeContainer(config);
      const count = await store.count(beginnings, {});
      await store.close();
      return count;
    };

    test('does nothing for a caller over HTTP, be the body a timer’s event', async () => {
      const served = await serveByFramework(folder, place.environment);
      const reply = await served.ask('daily-report', timer, token);
      await served.stop();
      expect([reply.status, reply.text]).toEqual([204, '']);
      await runByCli(folder, event('daily-report', timer), place.environment);
      expect(await begun()).toBe(0);
    });

    test('does its work for the timer, and again without harm', async () => {
      for (const _ of [1, 2]) expect((await runByCli(folder, timer, place.environment)).given).toBeNull();
      expect(await begun()).toBe(1);
    });
  });
}
