import { randomBytes } from 'node:crypto';
import { leases, openStoreLease } from '@tongcheng/cloudfunctions/adapters/store-lease/store-lease';
import { holdIntervals } from '../world/clock';
import { type Installation, openInstallation } from '../world/installation';
import { until } from '../world/until';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => {
  jest.useRealTimers();
  return here.close();
});

const lease = () =>
  openStoreLease({
    store: here.store,
    clock: here.clock,
    chance: { bytes: (size) => new Uint8Array(randomBytes(size)) },
  });

test('of many at once one does the work', async () => {
  let working = 0;
  let refused = 0;
  const work = async () => {
    working += 1;
    await until(() => refused === 7);
    return 'done';
  };
  const hold = async () => {
    const answer = await lease().hold('x', 60, work);
    if (answer === undefined) refused += 1;
    return answer;
  };
  const answers = await Promise.all(Array.from({ length: 8 }, hold));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(working).toBe(1);
  expect(await lease().hold('x', 60, work)).toBe('done');
});

test('work that fails lets go', async () => {
  await expect(lease().hold('x', 60, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lease().hold('x', 60, async () => 1)).toBe(1);
});

test('a holder that died is followed after the time of its lease, not before', async () => {
  await new Promise<void>((begun) => {
    void lease().hold('x', 60, () => {
      begun();
      return new Promise(() => undefined);
    });
  });
  here.clock.set(here.clock.now() + 59_000);
  expect(await lease().hold('x', 60, async () => 1)).toBeUndefined();
  here.clock.set(here.clock.now() + 2_000);
  expect(await lease().hold('x', 60, async () => 1)).toBe(1);
});

test('a holder that works on keeps its lease', async () => {
  holdIntervals();
  let end: (value: number) => void = () => undefined;
  const held = lease().hold(
    'x',
    60,
    () =>
      new Promise<number>((resolve) => {
        end = resolve;
      }),
  );
  await until(async () => (await here.store.get(leases, 'x')) !== undefined);
  for (let step = 0; step < 5; step += 1) {
    const now = here.clock.now() + 30_000;
    here.clock.set(now);
    jest.advanceTimersByTime(30_000);
    await until(async () => (await here.store.get(leases, 'x'))?.until === now + 60_000);
    expect(await lease().hold('x', 60, async () => 2)).toBeUndefined();
  }
  end(1);
  expect(await held).toBe(1);
});

test('a holder that slept past its lease does not end that of whoever followed', async () => {
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => void ends.push(resolve));
  const slept = lease().hold('x', 60, work);
  await until(() => ends.length === 1);
  here.clock.set(here.clock.now() + 61_000);
  const followed = lease().hold('x', 60, work);
  await until(() => ends.length === 2);
  ends[0]?.();
  await slept;
  expect(await lease().hold('x', 60, async () => 3)).toBeUndefined();
  ends[1]?.();
  await followed;
  expect(await lease().hold('x', 60, async () => 4)).toBe(4);
});

test('a renewal that comes between does not keep a lease whose work ended', async () => {
  const { store, clock } = here;
  let isRenewed = false;
  const update: typeof store.update = async (into, document, version) => {
    const found = await store.get(leases, document._id);
    if (into.name === leases.name && found && !isRenewed) {
      isRenewed = true;
      const { _v, ...held } = found;
      await store.update(leases, { ...held, until: clock.now() + 60_000 }, _v);
    }
    return store.update(into, document, version);
  };
  const chance = { bytes: (size: number) => new Uint8Array(randomBytes(size)) };
  const renewed = openStoreLease({ store: { ...store, update }, clock, chance });
  expect(await renewed.hold('x', 60, async () => 1)).toBe(1);
  expect(isRenewed).toBe(true);
  expect(await lease().hold('x', 60, async () => 2)).toBe(2);
});
