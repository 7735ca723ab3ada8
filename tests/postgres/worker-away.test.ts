import { setImmediate } from 'node:timers/promises';
import { openPostgresStore, type PostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { collection } from '@tongcheng/cloudfunctions/ports/document-store';
import { type Postgres, startPostgres } from '../servers/postgres';
import { askDirectly, newSchema } from './databases';
import { openLossyWire } from './lossy-wire';

let server: Postgres;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server.stop(), 30_000);
jest.setTimeout(60_000);

interface Ride {
  readonly _id: string;
  readonly day: string;
  readonly city: string;
}
const rides = collection<Ride>()({
  name: 'rides',
  partition: 'day',
  keep: { until: 'days', days: 3 },
  belongs: { to: 'nobody' },
  indexes: [],
  distributeBy: 'city',
});
const people = collection<{ readonly _id: string }>()({
  name: 'people',
  keep: { until: 'seconds' },
  belongs: { to: 'nobody' },
  indexes: [],
  distributeBy: '_id',
});

const [day, here, there, gone] = ['2026-11-21', '420100', '420200', '420300'];
const ride = (city: string, no: number): Ride => ({ _id: `${day}.${city}.${no}`, day, city });
const ridesOf = (cities: readonly string[], from: number) =>
  Array.from({ length: 60 }, (_, no) => ride(cities[no % cities.length] ?? '', from + no));

/** What Citus says of rows whose worker is away, said of rows whose id or city is listed as away: no real cluster is at hand. */
const workersThatGoAway = async (schema: string): Promise<void> => {
  await askDirectly(
    server.url,
    `
    CREATE TABLE "${schema}".away (what text);
    CREATE FUNCTION "${schema}".refuse_away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM "${schema}".away WHERE NEW.id LIKE '%' || what || '%') THEN
        RAISE 'connection to the remote node worker-2:5432 failed' USING ERRCODE = '08006'; END IF;
      RETURN NEW; END $$;
    CREATE TRIGGER refuse_away BEFORE INSERT ON "${schema}".c_rides FOR EACH ROW EXECUTE FUNCTION "${schema}".refuse_away();
    CREATE TRIGGER refuse_away BEFORE INSERT ON "${schema}".c_people FOR EACH ROW EXECUTE FUNCTION "${schema}".refuse_away();`,
  );
};

/** A store that waits for a worker as long as it takes; its tables are there. */
const opened = async (url = server.url) => {
  const schema = newSchema();
  const store = await openPostgresStore({ url, schema, retryBudgetMs: 3_600_000 });
  await store.insert(rides, ride(here, 0));
  await store.insert(people, { _id: 'first' });
  await workersThatGoAway(schema);
  return { store, schema };
};

const insertAll = (store: PostgresStore, all: readonly Ride[]) => all.map((each) => store.insert(rides, each));

test('cities of healthy workers go on while a worker is away, and what waited is written when it is back', async () => {
  const { store, schema } = await opened();
  await askDirectly(server.url, `INSERT INTO "${schema}".away VALUES ('${gone}')`);
  const waiting: Promise<unknown>[] = [];
  for (const no of [1, 2, 3]) {
    waiting.push(store.insert(rides, ride(gone, no)));
    // Each of these goes as a group of its own.
    await setImmediate();
  }
  for (const from of [1_000, 2_000, 3_000]) {
    const healthy = insertAll(store, ridesOf([here, there], from));
    waiting.push(...insertAll(store, ridesOf([gone], from)));
    expect(new Set(await Promise.all(healthy))).toEqual(new Set(['inserted']));
  }
  expect(await store.count(rides, { day, city: gone })).toBe(0);
  await askDirectly(server.url, `DELETE FROM "${schema}".away`);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['inserted']));
  expect(await Promise.all([here, there, gone].map((city) => store.count(rides, { day, city })))).toEqual([
    91, 90, 183,
  ]);
  await store.close();
});

test('documents that live by their id go on beside one whose worker is away', async () => {
  const { store, schema } = await opened();
  await askDirectly(server.url, `INSERT INTO "${schema}".away VALUES ('lost')`);
  const [lost, ...others] = ['lost', 'b', 'c', 'd'].map((_id) => store.insert(people, { _id }));
  expect(await Promise.all(others)).toEqual(['inserted', 'inserted', 'inserted']);
  await askDirectly(server.url, `DELETE FROM "${schema}".away`);
  expect(await lost).toBe('inserted');
  await store.close();
});

test('a worker that stays away refuses its own city only', async () => {
  const { store, schema } = await opened();
  await store.close();
  await askDirectly(server.url, `INSERT INTO "${schema}".away VALUES ('${gone}')`);
  const hasty = await openPostgresStore({ url: server.url, schema, retryBudgetMs: 1 });
  const answers = await Promise.allSettled(insertAll(hasty, ridesOf([here, gone], 4_000)));
  expect(answers.map(({ status }) => status)).toEqual(
    answers.map((_, no) => (no % 2 === 0 ? 'fulfilled' : 'rejected')),
  );
  await hasty.close();
});

test('a mixed group whose answer was lost is known again by its mark when it goes on by places', async () => {
  const wire = await openLossyWire(server.url);
  const { store } = await opened(wire.url);
  wire.lose('ON CONFLICT');
  expect(new Set(await Promise.all(insertAll(store, ridesOf([here, there], 5_000))))).toEqual(new Set(['inserted']));
  expect(wire.lost()).toBe(1);
  expect(new Set(await Promise.all(insertAll(store, ridesOf([here, there], 5_000))))).toEqual(new Set(['exists']));
  await store.close();
  await wire.close();
});
