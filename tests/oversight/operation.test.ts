import { notedParts } from '@tongcheng/cloudfunctions/app/oversight/operation/note-parts';
import { makeNoteBreaker, makeNoteService } from '@tongcheng/cloudfunctions/app/oversight/operation/note-service';
import { type DeliveryRecord, deliveries } from '@tongcheng/cloudfunctions/app/reports/records';
import { getOperation } from '@tongcheng/shared/oversight/operation-api';
import { addDays, dayOf, minuteMs } from '@tongcheng/shared/time';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';
import { until } from '../world/until';

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const told = async () => {
  const reply = await town.ask('oversight.get-operation', {}, officialToken(town, ['auditor']));
  return getOperation.output.parse(reply.value);
};
const serviceTold = async (service: string) => (await told()).services.find((each) => each.service === service);
/** Notes are written behind the call that they are about. */
const written = async (service: string, is: (row: Awaited<ReturnType<typeof serviceTold>>) => boolean) => {
  await until(async () => is(await serviceTold(service)));
  return serviceTold(service);
};

test('a service that fails is away with its reason, until it answers again', async () => {
  const note = makeNoteService(town.needs);
  note('card-issuer');
  const first = await written('card-issuer', (row) => row?.answeredAt !== undefined);
  expect(first).toMatchObject({ away: false });
  town.pass(1_000);
  note('card-issuer', 'HTTP 503');
  const failed = await written('card-issuer', (row) => row?.failedAt !== undefined);
  expect(failed).toMatchObject({ away: true, failure: 'HTTP 503', answeredAt: first?.answeredAt });
  town.pass(1_000);
  note('card-issuer');
  const again = await written('card-issuer', (row) => row?.away === false);
  expect(again).toMatchObject({ failedAt: failed?.failedAt, failure: 'HTTP 503' });
});

test('a service whose breaker is open rests since then, until it answers again', async () => {
  const [note, breaker] = [makeNoteService(town.needs), makeNoteBreaker(town.needs)];
  breaker('real-name', false);
  note('real-name', 'HTTP 503');
  await written('real-name', (row) => row?.away === true);
  breaker('real-name', true);
  const rests = await written('real-name', (row) => row?.restsSince !== undefined);
  expect(rests).toMatchObject({ away: true, failure: 'HTTP 503', restsSince: expect.any(Number) });
  town.pass(minuteMs);
  breaker('real-name', false);
  await until(async () => (await serviceTold('real-name'))?.restsSince === undefined);
});

test('a failure and the opening that follows it at once are both kept', async () => {
  const [note, breaker] = [makeNoteService(town.needs), makeNoteBreaker(town.needs)];
  note('card-issuer', 'HTTP 500');
  breaker('card-issuer', true);
  expect(
    await written('card-issuer', (row) => row?.failure !== undefined && row.restsSince !== undefined),
  ).toMatchObject({ away: true });
});

test('mail that waits is counted with its next attempt, and what was given up within seven days, by city where it is the caller’s', async () => {
  const now = town.needs.clock.now();
  const row = (key: string, more: Partial<DeliveryRecord>): DeliveryRecord => ({
    ...{
      _id: key,
      city: '420100',
      day: dayOf(now),
      form: 'masked' as const,
      version: 1,
      recipientId: key,
      state: 'queued' as const,
    },
    ...{ queuedAt: now, nextAttemptAt: now + 60_000, attempts: 1, repeats: 0, reportId: 'r', messageId: key },
    ...more,
  });
  expect((await told()).mail).toEqual({ queued: 0, failed: 0, failedIn: [] });
  const rows = [
    row('a', {}),
    row('b', { nextAttemptAt: now + 5_000 }),
    row('c', { state: 'failed', nextAttemptAt: 0 }),
    row('d', { state: 'failed', nextAttemptAt: 0, day: addDays(dayOf(now), -8) }),
    row('e', { state: 'failed', nextAttemptAt: 0, city: '420200' }),
  ];
  for (const each of rows) await town.needs.store.insert(deliveries, each);
  expect((await told()).mail).toEqual({
    queued: 2,
    nextAttemptAt: now + 5_000,
    failed: 2,
    failedIn: [{ city: '420100', failed: 1 }],
  });
});

test('the same answer is written once a minute, whatever is called', async () => {
  const note = makeNoteService(town.needs);
  note('notifier');
  const first = await written('notifier', (row) => row !== undefined);
  town.pass(minuteMs - 1);
  note('notifier');
  expect((await serviceTold('notifier'))?.answeredAt).toBe(first?.answeredAt);
  town.pass(1);
  note('notifier');
  expect(await written('notifier', (row) => row?.answeredAt !== first?.answeredAt)).toMatchObject({ away: false });
});

test('a part of the timer’s work tells when it ran and whether it ran through; its fault goes on', async () => {
  const parts = notedParts(town.needs, {
    'daily reports': async () => town.pass(1_500),
    retention: async () => {
      throw new Error('broken');
    },
  });
  await parts['daily reports']?.();
  await expect(parts.retention?.()).rejects.toThrow('broken');
  const { timers } = await told();
  expect(timers).toMatchObject([
    { part: 'daily reports', ok: true },
    { part: 'retention', ok: false },
  ]);
  expect(timers[0]?.tookMs).toBeGreaterThanOrEqual(1_500);
  expect(timers[1]?.failedAt).toBe(timers[1]?.ranAt);
});

test('an operator learns nothing of services and timers', async () => {
  const reply = await town.ask('oversight.get-operation', {}, officialToken(town, ['operator']));
  expect(reply.failure?.code).toBe('not-allowed');
});
