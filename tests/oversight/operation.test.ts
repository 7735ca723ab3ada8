import { notedParts } from '@tongcheng/cloudfunctions/app/oversight/operation/note-parts';
import { makeNoteService } from '@tongcheng/cloudfunctions/app/oversight/operation/note-service';
import { getOperation } from '@tongcheng/shared/oversight/operation-api';
import { minuteMs } from '@tongcheng/shared/time';
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
