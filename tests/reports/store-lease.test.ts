import { randomBytes } from 'node:crypto';
import { openStoreLease } from '@tongcheng/cloudfunctions/adapters/store-lease/store-lease';
import { type Installation, openInstallation } from '../world/installation';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const lease = () =>
  openStoreLease({
    store: here.store,
    clock: here.clock,
    chance: { bytes: (size) => new Uint8Array(randomBytes(size)) },
  });

test('of many at once one does the work', async () => {
  let working = 0;
  const work = async () => {
    working += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'done';
  };
  const answers = await Promise.all(Array.from({ length: 8 }, () => lease().hold('x', 60, work)));
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
  let end: (value: number) => void = () => undefined;
  const held = lease().hold(
    'x',
    0.3,
    () =>
      new Promise<number>((resolve) => {
        end = resolve;
      }),
  );
  for (let step = 0; step < 5; step += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    here.clock.set(here.clock.now() + 150);
    expect(await lease().hold('x', 0.3, async () => 2)).toBeUndefined();
  }
  end(1);
  expect(await held).toBe(1);
});
