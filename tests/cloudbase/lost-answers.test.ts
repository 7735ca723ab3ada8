import { OutcomeUnclear } from '@tongcheng/cloudfunctions/adapters/cloudbase/retry';
import { StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { daySamples, days, numbered, ofDay, samples } from '../adapters/document-store/samples';
import { until } from '../world/until';
import { shortRetryLimits, startCloud, storeIn } from './cloud';
import type { OnTaken } from './stand-in/documents';
import type { FaultKind } from './stand-in/faults';
import type { StandIn } from './stand-in/stand-in';

let cloud: StandIn;
beforeEach(async () => {
  cloud = await startCloud(samples.name, daySamples.name);
});
afterEach(() => cloud.close());

const open = () => storeIn(cloud, shortRetryLimits);
const lost: readonly FaultKind[] = ['done-then-silence', 'done-then-cut', 'rubbish', 'half', 'gateway'];

describe('a write that happened though its answer was lost', () => {
  test.each(lost)('an insert answered by %s knows itself', async (kind) => {
    cloud.faults.plan({ kind, action: 'database.insertDocument' });
    expect(await open().insert(samples, { _id: 'a', number: 1 })).toBe('inserted');
    expect(await open().insert(samples, { _id: 'a', number: 2 })).toBe('exists');
    expect(await open().get(samples, 'a')).toEqual({ _id: 'a', number: 1, _v: 1 });
  });

  test.each(lost)('an update answered by %s is not taken for somebody else’s', async (kind) => {
    const store = open();
    await store.insert(samples, { _id: 'a', number: 1 });
    cloud.faults.plan({ kind, action: 'database.modifyDocument' });
    expect(await store.update(samples, { _id: 'a', number: 2 }, 1)).toBe('updated');
    expect(await store.get(samples, 'a')).toEqual({ _id: 'a', number: 2, _v: 2 });
  });

  test('nor when another instance has updated the document before it is asked again', async () => {
    const store = storeIn(cloud, { budgetMs: 5_000, attemptMs: 300, firstPauseMs: 1 });
    await store.insert(samples, { _id: 'a', number: 1 });
    cloud.faults.plan({ kind: 'done-then-silence', action: 'database.modifyDocument' });
    const mine = store.update(samples, { _id: 'a', number: 2 }, 1);
    await until(() => cloud.collections.get(samples.name)?.get('a')?.v === 2);
    expect(await open().update(samples, { _id: 'a', number: 3 }, 2)).toBe('updated');
    expect(await mine).toBe('updated');
    expect(await store.get(samples, 'a')).toEqual({ _id: 'a', number: 3, _v: 3 });
  });

  test('an update that somebody else won is a conflict, even when its own answer was lost', async () => {
    const store = open();
    await store.insert(samples, { _id: 'a', number: 1 });
    await store.update(samples, { _id: 'a', number: 5 }, 1);
    cloud.faults.plan({ kind: 'rubbish', action: 'database.modifyDocument' });
    expect(await store.update(samples, { _id: 'a', number: 2 }, 1)).toBe('conflict');
    expect(await store.get(samples, 'a')).toEqual({ _id: 'a', number: 5, _v: 2 });
  });

  test.each(['ordered', 'unordered', 'none'] as const)(
    'a list is answered each for itself though answers are lost, whatever the cloud does with a taken id: %s',
    async (way: OnTaken) => {
      cloud.setOnTaken(way);
      const store = open();
      await store.insertMany(samples, [
        { _id: 's0003', text: 'kept' },
        { _id: 's0120', text: 'kept' },
      ]);
      cloud.faults.plan({ kind: 'half', action: 'database.insertDocument', times: 2 });
      const answers = await store.insertMany(samples, numbered(150));
      const existing = answers.flatMap((answer, at) => (answer === 'exists' ? [at] : []));
      expect(existing).toEqual([3, 120]);
      expect(await store.count(samples, {})).toBe(150);
      expect(await store.count(samples, { text: 'kept' })).toBe(2);
    },
  );

  test('a deletion and the end of a day are asked again until they are answered', async () => {
    const store = open();
    await store.insertMany(
      daySamples,
      numbered(30).map(({ _id }) => ofDay(days[0], _id)),
    );
    await store.insert(daySamples, ofDay(days[1], 'stays'));
    cloud.faults.plan({ kind: 'done-then-cut', action: 'database.removeDocument', times: 2 });
    await store.delete(daySamples, `${days[0]}.s0001`);
    cloud.faults.plan({ kind: 'rubbish', action: 'database.removeDocument' });
    await store.dropDay(daySamples, days[0]);
    expect(await store.days(daySamples)).toEqual([days[1]]);
  });
});

describe('when no answer comes at all', () => {
  test('a write that may have been kept is called unclear, not refused, within its time', async () => {
    cloud.faults.plan({ kind: 'done-then-silence', times: 99 });
    const from = performance.now();
    await expect(open().insert(samples, { _id: 'a' })).rejects.toThrow(OutcomeUnclear);
    expect(performance.now() - from).toBeLessThan(shortRetryLimits.budgetMs + 500);
    cloud.faults.clear();
    expect(await open().insert(samples, { _id: 'a' })).toBe('exists');
  });

  test('a list of which a part was kept is called unclear too', async () => {
    cloud.faults.plan({ kind: 'throttled', action: 'database.insertDocument', after: 1, times: 999 });
    await expect(open().insertMany(samples, numbered(150))).rejects.toThrow(OutcomeUnclear);
    cloud.faults.clear();
    expect(await open().count(samples, {})).toBe(100);
  });

  test.each(['throttled', 'conflict'] as const)('%s to the end is refused, and nothing was kept', async (kind) => {
    // Each attempt has half a second at least: an answer that is late on a busy machine would rightly be called unclear.
    const store = storeIn(cloud, { budgetMs: 2_500, attemptMs: 2_000, firstPauseMs: 20 });
    cloud.faults.plan({ kind, times: 999 });
    await expect(store.insert(samples, { _id: 'a' })).rejects.toThrow(StoreRefused);
    await expect(store.find(samples, { where: {}, limit: 1 })).rejects.toThrow(StoreRefused);
    cloud.faults.clear();
    expect(await open().count(samples, {})).toBe(0);
  });

  test('a read that drips or is slow ends in time as well', async () => {
    cloud.limits.slowMs = 1_000;
    cloud.faults.plan({ kind: 'slow', times: 99 });
    const from = performance.now();
    await expect(open().get(samples, 'a')).rejects.toThrow(StoreRefused);
    expect(performance.now() - from).toBeLessThan(shortRetryLimits.budgetMs + 500);
  });
});

test.each(['throttled', 'conflict', 'away', 'slow'] as const)('%s for a while is waited out', async (kind) => {
  cloud.faults.plan({ kind, times: 3 });
  const store = open();
  expect(await store.insert(samples, { _id: 'a', number: 1 })).toBe('inserted');
  expect(await store.get(samples, 'a')).toEqual({ _id: 'a', number: 1, _v: 1 });
});

test('what asking again cannot change is asked once: a collection that nobody made, a request that is too long', async () => {
  const store = open();
  cloud.collections.delete(samples.name);
  await expect(store.insert(samples, { _id: 'a' })).rejects.toThrow('npm run cloudbase:indexes');
  cloud.limits.requestBytes = 1_000;
  await expect(store.insert(daySamples, ofDay(days[0], 'a', { text: 'x'.repeat(2_000) }))).rejects.toThrow(
    StoreRefused,
  );
  expect(cloud.seen).toHaveLength(2);
});

test('the end of a day that was interrupted goes on where it stopped, in bounded steps', async () => {
  const store = open();
  const all = numbered(900).flatMap(({ _id }) => [ofDay(days[0], _id), ofDay(days[0], `${_id}x`)]);
  await store.insertMany(daySamples, all.slice(0, 1_000));
  await store.insertMany(daySamples, all.slice(1_000));
  await store.insert(daySamples, ofDay(days[1], 'stays'));
  cloud.faults.plan({ kind: 'throttled', action: 'database.removeDocument', after: 1, times: 999 });
  await expect(store.dropDay(daySamples, days[0])).rejects.toThrow(StoreRefused);
  expect(await store.count(daySamples, { day: days[0] })).toBe(800);
  cloud.faults.clear();
  await store.dropDay(daySamples, days[0]);
  expect(await store.days(daySamples)).toEqual([days[1]]);
});
