import { type BreakerState, behindBreaker } from '@tongcheng/cloudfunctions/adapters/breaker/behind-breaker';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';

const options = { failures: 3, restMs: 40_000 };
const rest = () => jest.setSystemTime(Date.now() + 40_001);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A service whose next answers a test decides; afterwards it answers. */
const service = (...next: Error[]) => {
  let calls = 0;
  const ask = async () => {
    calls += 1;
    const fault = next.shift();
    if (fault) throw fault;
    return 'answer';
  };
  return { ask: behindBreaker(ask, options), calls: () => calls };
};
const away = () => new ServiceUnavailable('away');

test('after its failures in a row a service rests, and then one call tries it again', async () => {
  const { ask, calls } = service(away(), away(), away());
  for (let turn = 0; turn < 3; turn += 1) await expect(ask()).rejects.toThrow('away');
  for (let turn = 0; turn < 5; turn += 1) await expect(ask()).rejects.toThrow(/resting/);
  expect(calls()).toBe(3);
  rest();
  expect(await ask()).toBe('answer');
  expect(await ask()).toBe('answer');
});

test('an answer in between begins the count anew', async () => {
  let turn = 0;
  const ask = behindBreaker(async () => {
    turn += 1;
    if (turn % 3 !== 0) throw away();
    return 'answer';
  }, options);
  for (let call = 0; call < 12; call += 1) await ask().catch(() => undefined);
  expect(turn).toBe(12);
});

test('a fault of our own is no outage: it passes through, and opens nothing', async () => {
  const { ask, calls } = service(...Array.from({ length: 8 }, () => new Error('a bug')));
  for (let turn = 0; turn < 8; turn += 1) await expect(ask()).rejects.toThrow('a bug');
  expect(await ask()).toBe('answer');
  expect(calls()).toBe(9);
});

test('each wrapped call has a circuit of its own', async () => {
  const [one, other] = [service(away(), away(), away()), service()];
  for (let turn = 0; turn < 3; turn += 1) await expect(one.ask()).rejects.toThrow('away');
  await expect(one.ask()).rejects.toThrow(/resting/);
  expect(await other.ask()).toBe('answer');
});

test('whoever watches is told every state: closed at first, open for the rest, half-open while one call tries', async () => {
  const states: BreakerState[] = [];
  let isAway = true;
  const statesAtCall: (BreakerState | undefined)[] = [];
  const ask = behindBreaker(
    async () => {
      // The trying call is begun in the same turn in which its state is told.
      await Promise.resolve();
      statesAtCall.push(states.at(-1));
      if (isAway) throw away();
    },
    options,
    (state) => void states.push(state),
  );
  expect(states).toEqual(['closed']);
  for (let turn = 0; turn < 4; turn += 1) await expect(ask()).rejects.toThrow(ServiceUnavailable);
  expect(states).toEqual(['closed', 'open']);
  rest();
  await expect(ask()).rejects.toThrow('away');
  expect(states).toEqual(['closed', 'open', 'half-open', 'open']);
  rest();
  isAway = false;
  await ask();
  expect(states).toEqual(['closed', 'open', 'half-open', 'open', 'half-open', 'closed']);
  expect(statesAtCall).toEqual(['closed', 'closed', 'closed', 'half-open', 'half-open']);
});
