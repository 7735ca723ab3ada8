import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { keysApart } from '@tongcheng/cloudfunctions/wiring/definitions/store';
import { type RunningHost, startHost } from '../../host/start-host';
import { freePort } from '../world/free-port';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { anyCode, post, scanOf, tokensOf } from './riders';

let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

/** The first start makes the key; a store of ours is brought to the next. */
async function startedOnce() {
  const options = await optionsIn(place);
  const first = await withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
  await first.stop();
  return options;
}

/** The store of ours: documents in a small place, keys where the first start put them. */
const ours = ({ dataFolder, keyFile }: { readonly dataFolder: string; readonly keyFile: string }, maxBytes?: number) =>
  keysApart(
    openSqliteStore({ folder: join(dataFolder, 'store'), ...(maxBytes !== undefined && { maxBytes }) }),
    openSqliteStore({ folder: `${keyFile}.store`, holdsKeys: true }),
  );

const quiet = { event: () => undefined };
const start = async (store: DocumentStore, options: Awaited<ReturnType<typeof optionsIn>>): Promise<RunningHost> =>
  withEnvironment(environmentOf(place), () =>
    startHost(options, { say: () => undefined, overrides: { store, log: quiet } }),
  );

test('a full disk: scans are refused with words and a time to come again, nothing acknowledged is lost, room makes it well', async () => {
  const options = await startedOnce();
  const small = await start(ours(options, 400_000), options);
  const tokens = await tokensOf(options.keyFile);
  const code = await anyCode(small.url, tokens.official());
  const kept: string[] = [];
  const refused: ReturnType<typeof scanOf>[] = [];
  for (let round = 0; refused.length === 0 && round < 400; round += 1) {
    const some = Array.from({ length: 20 }, () => scanOf(code));
    const backs = await Promise.all(
      some.map((scan) => post(small.url, 'rides.record-scan', scan, tokens.rider('full'))),
    );
    for (const [at, back] of backs.entries()) {
      const scan = some[at];
      if (!scan) continue;
      if (back.status === 200) kept.push(scan.scanId);
      else {
        refused.push(scan);
        expect(back.status).toBe(503);
        expect(back.headers.get('retry-after')).toBe('2');
        expect(JSON.parse(back.text)).toMatchObject({
          ok: false,
          failure: { code: 'storage-refused', retry: 'later' },
        });
      }
    }
  }
  expect(refused.length).toBeGreaterThan(0);
  const read = await post(small.url, 'rides.history', { city: '420100', days: 1 }, tokens.rider('full'));
  expect(read.status).toBe(200);
  await small.stop();
  const roomy = await start(ours(options, 8_000_000), { ...options, ...(await newDoor()) });
  const again = await Promise.all(
    refused.map((scan) => post(roomy.url, 'rides.record-scan', { ...scan, sentAt: Date.now() }, tokens.rider('full'))),
  );
  expect(again.map(({ status }) => status)).toEqual(refused.map(() => 200));
  const { text } = await post(roomy.url, 'rides.history', { city: '420100', days: 1 }, tokens.rider('full'));
  for (const scanId of [...kept, ...refused.map((scan) => scan.scanId)])
    expect(text.split(`"scanId":"${scanId}"`)).toHaveLength(2);
  await roomy.stop();
}, 60_000);

test('health is 200 while the store takes writes, 503 while it does not and once it is closed, and asks it seldom', async () => {
  const options = await startedOnce();
  const store = ours(options);
  let full = false;
  let writes = 0;
  let now = Date.now();
  const update: DocumentStore['update'] = async (into, document, version) => {
    writes += 1;
    if (full) throw new StoreRefused('full');
    return store.update(into, document, version);
  };
  const host = await withEnvironment(environmentOf(place), () =>
    startHost(options, {
      say: () => undefined,
      overrides: { store: { ...store, update }, clock: { now: () => now }, log: quiet },
    }),
  );
  await host.settled;
  const healthAfter = async (ms: number) => {
    now += ms;
    const reply = await fetch(`${host.url}/health`);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    return [reply.status, await reply.json()];
  };
  expect(await healthAfter(0)).toEqual([200, { ok: true }]);
  full = true;
  expect(await healthAfter(3_000)).toEqual([503, { ok: false }]);
  full = false;
  expect(await healthAfter(3_000)).toEqual([200, { ok: true }]);
  const before = writes;
  for (let asked = 0; asked < 50; asked += 1) await healthAfter(1);
  expect(writes).toBe(before);
  await store.close();
  expect(await healthAfter(3_000)).toEqual([503, { ok: false }]);
  await host.stop();
}, 30_000);

/** Another port: a client's kept connection to the old host would be found closed. */
async function newDoor() {
  const port = await freePort();
  return { port, publicUrl: `http://127.0.0.1:${port}` };
}
