import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { everyCollection } from '@tongcheng/cloudfunctions/app/retention/every-collection';
import { makeComingDays } from '@tongcheng/cloudfunctions/app/retention/make-coming-days';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { collection } from '@tongcheng/cloudfunctions/ports/document-store';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { openSweeping } from '../retention/sweeping';
import { type Postgres, startPostgres } from '../servers/postgres';
import { noon } from '../world/clock';
import { askDirectly, newSchema } from './databases';
import { listen } from './routing';

let server: Postgres;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server.stop(), 30_000);
jest.setTimeout(60_000);

const rides = collection<{ readonly _id: string; readonly day: string }>()({
  name: 'rides',
  partition: 'day',
  keep: { until: 'days', days: 3 },
  belongs: { to: 'nobody' },
  indexes: [],
});
const quiet = { event: () => undefined };

const daysOf = async (schema: string, name: string): Promise<readonly string[]> => {
  const rows = await askDirectly<{ table: string }>(
    server.url,
    `SELECT relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname = '${schema}' AND relname LIKE 'c\\_${name}:____-__-__' AND relkind = 'r' ORDER BY 1`,
  );
  return rows.map(({ table }) => table.slice(-10));
};

test('the timer makes today’s and tomorrow’s tables of all that goes by days; then the first document makes none', async () => {
  const schema = newSchema();
  const store = await openPostgresStore({ url: server.url, schema });
  const today = dayOf(noon);
  const daily = everyCollection.filter(({ partition }) => partition === 'day');
  expect(daily.length).toBeGreaterThan(4);
  await makeComingDays({ store, clock: { now: () => noon }, log: quiet });
  for (const { name } of daily) expect([name, await daysOf(schema, name)]).toEqual([name, [today, addDays(today, 1)]]);
  const sent = listen();
  await store.makeDay?.(rides, today);
  const before = sent.inOrder.filter((text) => text.startsWith('CREATE')).length;
  await store.insert(rides, { _id: `${today}.a`, day: today });
  await makeComingDays({ store, clock: { now: () => noon }, log: quiet });
  sent.stop();
  expect(before).toBeGreaterThan(0);
  expect(sent.inOrder.filter((text) => text.startsWith('CREATE'))).toHaveLength(before);
  await store.close();
});

test('tables made ahead that nothing was written to go when they are four days old, those that hold something stay', async () => {
  const schema = newSchema();
  const store = await openPostgresStore({ url: server.url, schema });
  for (const day of ['2026-11-01', '2026-11-02', '2026-11-03']) await store.makeDay?.(rides, day);
  await store.insert(rides, { _id: '2026-11-01.a', day: '2026-11-01' });
  await store.makeDay?.(rides, '2026-11-06');
  expect(await daysOf(schema, 'rides')).toEqual(['2026-11-01', '2026-11-03', '2026-11-06']);
  expect(await store.days(rides)).toEqual(['2026-11-01']);
  expect(await store.insert(rides, { _id: '2026-11-02.a', day: '2026-11-02' })).toBe('inserted');
  expect(await store.days(rides)).toEqual(['2026-11-01', '2026-11-02']);
  await store.close();
});

test('a store that makes no days ahead is left alone', async () => {
  const { needs, close } = await openSweeping();
  await expect(makeComingDays(needs)).resolves.toBeUndefined();
  await expect(sweep(needs)).resolves.toBeUndefined();
  await close();
});
