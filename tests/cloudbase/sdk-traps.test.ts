import { channel } from 'node:diagnostics_channel';
import { init } from '@cloudbase/node-sdk';
import { openCloudBaseStore } from '@tongcheng/cloudfunctions/adapters/cloudbase/open-cloudbase-store';
import { type Json, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { numbered, samples } from '../adapters/document-store/samples';
import { accountKeys, shortRetryLimits, startCloud, storeIn } from './cloud';
import type { StandIn } from './stand-in/stand-in';

/*
 * What the SDK does without a word, each shown on the bare SDK first where that is possible, so that a new version which
 * mends a trap is noticed here; and then that the adapter does not step into it.
 */

let cloud: StandIn;
beforeEach(async () => {
  cloud = await startCloud(samples.name);
});
afterEach(() => cloud.close());

const bare = () => init({ env: cloud.env, serviceUrl: cloud.serviceUrl, ...accountKeys }).database();

/** Hosts asked over HTTP while something runs. */
async function hostsAsked(run: () => Promise<unknown>): Promise<readonly string[]> {
  const hosts: string[] = [];
  const note = (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (typeof request === 'object' && request !== null) hosts.push(String(Reflect.get(request, 'host')));
  };
  channel('http.client.request.start').subscribe(note);
  await run().finally(() => channel('http.client.request.start').unsubscribe(note));
  return [...new Set(hosts)];
}

test('outside the cloud nobody asks the metadata service whether this is the cloud', async () => {
  const store = storeIn(cloud);
  const ask = () => store.get(samples, 'a');
  expect(await hostsAsked(ask)).toEqual(['127.0.0.1']);
  delete process.env.TENCENTCLOUD;
  expect(await hostsAsked(ask)).toContain('metadata.tencentyun.com');
  expect(await hostsAsked(() => storeIn(cloud).get(samples, 'a'))).toEqual(['127.0.0.1']);
});

test('without keys each call is refused, and no rejection is left that would end the process', async () => {
  const { serviceUrl, env } = cloud;
  const store = openCloudBaseStore({ env, serviceUrl, credentials: () => undefined, retry: shortRetryLimits });
  await expect(store.insert(samples, { _id: 'a' })).rejects.toThrow(StoreRefused);
  await expect(store.get(samples, 'a')).rejects.toThrow(StoreRefused);
  // The SDK leaves its rejection while it is asked. Jest fails a test that leaves one; a listener of the test would hear of none.
  await new Promise((resolve) => setImmediate(resolve));
  expect(cloud.seen).toEqual([]);
});

test('100 by default and never more than 1,000: all are met all the same', async () => {
  const store = storeIn(cloud);
  const many = [0, 1, 2].flatMap((part) => numbered(700).map((each) => ({ ...each, _id: `${part}${each._id}` })));
  for (let at = 0; at < many.length; at += 700) await store.insertMany(samples, many.slice(at, at + 700));
  expect((await bare().collection(samples.name).where({}).get()).data).toHaveLength(100);
  expect((await bare().collection(samples.name).where({}).limit(2_000).get()).data).toHaveLength(1_000);

  const first = await store.find(samples, { where: {}, limit: 1_000 });
  const second = await store.find(samples, { where: {}, limit: 1_000, after: first.next ?? 'none' });
  const third = await store.find(samples, { where: {}, limit: 1_000, after: second.next ?? 'none' });
  expect([first, second, third].map(({ items, next }) => [items.length, next !== undefined])).toEqual([
    [1_000, true],
    [1_000, true],
    [100, false],
  ]);
  let streamed = 0;
  for await (const batch of store.stream(samples, { where: {}, order: { by: 'number', direction: 'desc' } }))
    streamed += batch.length;
  expect(streamed).toBe(2_100);
  expect(cloud.seen.filter(({ params }) => params.offset !== undefined)).toEqual([]);
});

test('a condition that is undefined widens the bare SDK’s answer; the adapter does not send it', async () => {
  const store = storeIn(cloud);
  await store.insertMany(samples, numbered(3));
  expect((await bare().collection(samples.name).where({ v: 1, 'f.text': undefined }).get()).data).toHaveLength(3);
  const unsaid = Object.fromEntries([['text', undefined]]);
  await expect(store.find(samples, { where: { number: { gte: 0 }, ...unsaid }, limit: 9 })).rejects.toThrow(
    'says nothing',
  );
});

test('an update replaces fields; given bare, the SDK would merge them', async () => {
  const store = storeIn(cloud);
  await store.insert(samples, { _id: 'a', text: 'old', number: 1, anything: [1] });
  await bare()
    .collection(samples.name)
    .where({ _id: 'a' })
    .update({ f: { flag: true } });
  expect(await store.get(samples, 'a')).toMatchObject({ text: 'old', number: 1, flag: true });
  await store.update(samples, { _id: 'a', flag: false }, 1);
  expect(await store.get(samples, 'a')).toEqual({ _id: 'a', flag: false, _v: 2 });
});

test('what looks like a date, a place or a number of extended JSON comes back as it was written', async () => {
  const store = storeIn(cloud);
  const odd: readonly Json[] = [
    { $date: 1_700_000_000_000 },
    { type: 'Point', coordinates: [114.3, 30.6] },
    { $numberInt: '7' },
    { $oid: '5322ff1b14070a662c094092' },
    [{ $regularExpression: { pattern: '.', options: 'i' } }],
  ];
  for (const [at, anything] of odd.entries()) {
    await store.insert(samples, { _id: `o${at}`, anything });
    expect((await store.get(samples, `o${at}`))?.anything).toEqual(anything);
  }
});

test('the SDK does not send again what a broken connection swallowed; the adapter does, and it is one insert', async () => {
  const once = { kind: 'done-then-cut', action: 'database.insertDocument' } as const;
  cloud.faults.plan(once);
  await expect(bare().collection(samples.name).add({ _id: 'bare' })).rejects.toThrow('socket hang up');
  expect(cloud.seen).toHaveLength(1);
  cloud.faults.plan(once);
  expect(await storeIn(cloud).insert(samples, { _id: 'a', number: 1 })).toBe('inserted');
  expect(cloud.seen.filter(({ action }) => action === 'database.insertDocument')).toHaveLength(3);
});

test('an answer longer than the cloud sends is asked for in parts', async () => {
  const store = storeIn(cloud);
  for (let at = 0; at < 9; at += 1)
    await store.insert(samples, { _id: `b${at}`, number: -at, anything: 'x'.repeat(30_000) });
  cloud.limits.replyBytes = 100_000;
  const { items, next } = await store.find(samples, { where: {}, order: { by: 'number', direction: 'asc' }, limit: 8 });
  expect(items.map(({ _id }) => _id)).toEqual(['b8', 'b7', 'b6', 'b5', 'b4', 'b3', 'b2', 'b1']);
  expect(next).toBeDefined();
  cloud.limits.replyBytes = 20_000;
  await expect(store.get(samples, 'b1')).rejects.toThrow(StoreRefused);
  await expect(store.find(samples, { where: {}, limit: 2 })).rejects.toThrow(StoreRefused);
});
