import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import type { StatusFeed } from '@tongcheng/cloudfunctions/ports/status-feed';
import { dayMs } from '@tongcheng/shared/time';
import { standingClock } from '../../world/clock';
import { cityServices } from '../../world/services';

const start = Date.parse('2022-06-01T08:00:00+08:00');

let services: ReturnType<typeof cityServices>;
let feed: StatusFeed;
let now: number;
beforeEach(async () => {
  now = start;
  services = cityServices({ ...standingClock(), now: () => now });
  await services.open();
  feed = services.ports.statusFeed;
});
afterEach(() => services.close());

const number = (index: number) => `E${String(index).padStart(8, '0')}`;
const register = (index: number, colour: 'green' | 'red' | null) =>
  services.register.people.set(number(index), {
    name: '演示乘客',
    documentKind: 'passport',
    documentNumber: number(index),
    colour,
    testDaysAgo: 0,
    testResult: 'negative',
  });
const holder = (index: number) => ({
  subject: `subject-${index}`,
  documentKind: 'passport' as const,
  documentNumber: number(index),
});

test('B-11 whoever is followed is told of at once, and then of each change once', async () => {
  register(1, 'green');
  register(2, null);
  const { next } = await feed.changes(undefined);
  expect(await feed.follow([holder(1), holder(2)])).toMatchObject([
    { subject: 'subject-1', status: { colour: 'green' }, test: { result: 'negative' } },
    { subject: 'subject-2', status: null },
  ]);
  expect(await feed.changes(next)).toMatchObject({ changes: [], more: false, asOf: start });
  register(1, 'red');
  const told = await feed.changes(next);
  expect(told.changes).toMatchObject([{ subject: 'subject-1', status: { colour: 'red' } }]);
  // The same cursor again, as after an interruption: the same changes.
  expect((await feed.changes(next)).changes).toEqual(told.changes);
  expect((await feed.changes(told.next)).changes).toEqual([]);
});

test('B-11 a status that its platform renews is a change, for its end is another', async () => {
  register(1, 'green');
  const { next } = await feed.changes(undefined);
  const [before] = await feed.follow([holder(1)]);
  now += dayMs;
  const { changes, asOf } = await feed.changes(next);
  expect(asOf).toBe(now);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.status?.expiresAt).toBe((before?.status?.expiresAt ?? 0) + dayMs);
});

test('B-11 many changes come in pages, none left out and none twice', async () => {
  for (let i = 0; i < 450; i += 1) register(i, 'green');
  const { next } = await feed.changes(undefined);
  for (let from = 0; from < 450; from += 50)
    await feed.follow(Array.from({ length: 50 }, (_, index) => holder(from + index)));
  for (let i = 0; i < 450; i += 1) register(i, 'red');
  const seen: string[] = [];
  let [after, more] = [next, true];
  while (more) {
    const page = await feed.changes(after);
    seen.push(...page.changes.map(({ subject }) => subject));
    [after, more] = [page.next, page.more];
  }
  expect(new Set(seen).size).toBe(450);
  expect(seen).toHaveLength(450);
});

test('B-11 who is left is told of no longer', async () => {
  register(1, 'green');
  const { next } = await feed.changes(undefined);
  await feed.follow([holder(1)]);
  await feed.leave(['subject-1']);
  register(1, 'red');
  expect((await feed.changes(next)).changes).toEqual([]);
});

test('B-11 a platform that is away, fails, or does not sign tells nothing', async () => {
  register(1, 'green');
  for (const fault of [{ away: true }, { malformed: true }, { wronglySigned: true }, { failRate: 1 }]) {
    Object.assign(
      services.faults['health-code'],
      { away: false, malformed: false, wronglySigned: false, failRate: 0 },
      fault,
    );
    await expect(feed.changes(undefined)).rejects.toThrow(ServiceUnavailable);
    await expect(feed.follow([holder(1)])).rejects.toThrow(ServiceUnavailable);
    await expect(feed.leave(['subject-1'])).rejects.toThrow(ServiceUnavailable);
  }
});
