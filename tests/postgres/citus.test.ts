import { applyCitus, findCitusFaults } from '@tongcheng/cloudfunctions/adapters/postgres/citus/apply';
import { specOf } from '@tongcheng/cloudfunctions/adapters/postgres/collection-spec';
import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { collection } from '@tongcheng/cloudfunctions/ports/document-store';
import { documentCollections, keyCollections } from '../../host/backup/every-collection';
import { type Postgres, startPostgres } from '../servers/postgres';
import { callsIn, standInForCitus } from './citus-stand-in';
import { askDirectly } from './databases';
import { listen } from './routing';

let server: Postgres;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server.stop(), 30_000);
jest.setTimeout(60_000);

interface Row {
  readonly _id: string;
  readonly city: string;
}
interface DayRow extends Row {
  readonly day: string;
}
const kept = { keep: { until: 'seconds' }, belongs: { to: 'nobody' } } as const;
const towns = collection<Row>()({ ...kept, name: 'towns', indexes: [['city']] });
const people = collection<Row>()({ ...kept, name: 'people', indexes: [], distributeBy: '_id' });
const rides = collection<DayRow>()({
  name: 'rides',
  partition: 'day',
  keep: { until: 'days', days: 3 },
  belongs: { to: 'nobody' },
  indexes: [['city']],
  distributeBy: 'city',
});
const ended = collection<DayRow>()({
  name: 'ended',
  partition: 'day',
  keep: { until: 'days', days: 3 },
  belongs: { to: 'nobody' },
  indexes: [],
});
const specs = [specOf(towns), specOf(people), specOf(rides), specOf(ended)];
const quiet = () => undefined;

const all = [
  ...[0, 1, 2].map((node) => `node${node}: ALTER ROLE CURRENT_USER SET enable_seqscan = off`),
  ...[0, 1, 2].map((node) => `node${node}: ALTER ROLE CURRENT_USER SET jit = off`),
  'function tongcheng.number_key(bigint)',
  'function tongcheng.sort_key(jsonb,text)',
  'reference "tongcheng"."c_towns"',
  'distributed "tongcheng"."c_people" id',
  'distributed "tongcheng"."c_rides" spread',
  'distributed "tongcheng"."c_ended" day',
];

test('an empty database: settings, functions, tables, and only then their distribution, each said before it is run', async () => {
  const url = await standInForCitus(server.url, 'fresh');
  const said: string[] = [];
  await applyCitus({ url }, specs, (statement) => said.push(statement));
  expect(await callsIn(url)).toEqual(all);
  expect(said.slice(2)).toEqual([
    `SELECT create_distributed_function('"tongcheng".number_key(bigint)')`,
    `SELECT create_distributed_function('"tongcheng".sort_key(jsonb, text)')`,
    `SELECT create_reference_table('"tongcheng"."c_towns"');`,
    `SELECT create_distributed_table('"tongcheng"."c_people"', 'id');`,
    'ALTER TABLE "tongcheng"."c_rides" DROP CONSTRAINT "c_rides_pkey", ADD PRIMARY KEY (id, day, spread);',
    `SELECT create_distributed_table('"tongcheng"."c_rides"', 'spread');`,
    `SELECT create_distributed_table('"tongcheng"."c_ended"', 'day');`,
  ]);
  expect(await findCitusFaults({ url }, specs)).toEqual([]);
});

test('done again it distributes nothing twice, and a table of a later release is added', async () => {
  const url = await standInForCitus(server.url, 'again');
  await applyCitus({ url }, specs.slice(0, 2), quiet);
  await applyCitus({ url }, specs.slice(0, 2), quiet);
  await applyCitus({ url }, specs, quiet);
  const calls = (await callsIn(url)).filter((call) => !call.startsWith('node'));
  expect(calls).toEqual(all.filter((call) => !call.startsWith('node')));
});

test('days that are there already are distributed with their parent, and a day that is not is found', async () => {
  const url = await standInForCitus(server.url, 'days');
  const store = await openPostgresStore({ url });
  await store.insert(rides, { _id: '2026-11-20.a', day: '2026-11-20', city: '420100' });
  await applyCitus({ url }, specs, quiet);
  expect(await findCitusFaults({ url }, specs)).toEqual([]);
  await store.insert(rides, { _id: '2026-11-21.a', day: '2026-11-21', city: '420100' });
  expect(await findCitusFaults({ url }, specs)).toEqual([expect.stringMatching(/c_rides:2026-11-21: –；.*h spread/)]);
  expect((await store.get(rides, '2026-11-20.a'))?.city).toBe('420100');
  await store.close();
});

test('it stops at the first fault, names the statement and leaves that table as it was; then it goes on', async () => {
  const url = await standInForCitus(server.url, 'stops');
  await askDirectly(url, `INSERT INTO refused VALUES ('c_rides')`);
  await expect(applyCitus({ url }, specs, quiet)).rejects.toThrow(
    /create_distributed_table\('"tongcheng"."c_rides".*no room/,
  );
  expect((await callsIn(url)).at(-1)).toBe(all.at(-3));
  const key = `SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conname = 'c_rides_pkey'`;
  expect(await askDirectly(url, key)).toEqual([{ key: 'PRIMARY KEY (id, day)' }]);
  expect(await findCitusFaults({ url }, specs)).toHaveLength(2);
  await askDirectly(url, 'DELETE FROM refused');
  await applyCitus({ url }, specs, quiet);
  expect((await callsIn(url)).slice(-2)).toEqual(all.slice(-2));
});

test.each([
  ['away = true', /node does not answer: node2:5432: connection refused/],
  ["says = 'off,on,on,off,off,t,t,t'", /node2:5432: fsync = off/],
  ["says = 'on,off,on,off,off,t,t,t'", /node2:5432: full_page_writes = off/],
  ["says = 'on,on,local,off,off,t,t,t'", /node2:5432: synchronous_commit = local/],
  ["says = 'on,on,on,on,off,t,t,t'", /node2:5432: enable_seqscan = on/],
  ["says = 'on,on,on,off,on,t,t,t'", /node2:5432: jit = on/],
  ["says = 'on,on,on,off,off,f,t,t'", /node2:5432: CREATE = f/],
  ["says = 'on,on,on,off,off,t,f,t'", /node2:5432: number_key = f/],
  ["says = 'on,on,on,off,off,t,t,f'", /node2:5432: sort_key = f/],
  ['isactive = false', /node not active: node2:5432/],
])('every node is asked: %s', async (change, fault) => {
  const url = await standInForCitus(server.url, `node_${change.replace(/\W/g, '').toLowerCase()}`);
  await applyCitus({ url }, specs, quiet);
  await askDirectly(url, `UPDATE pg_dist_node SET ${change} WHERE nodeid = 2`);
  expect(await findCitusFaults({ url }, specs)).toEqual([expect.stringMatching(fault)]);
});

test('without the extension, a coordinator’s name or a worker nothing is begun', async () => {
  await expect(applyCitus({ url: server.url }, specs, quiet)).rejects.toThrow(/lacks the extension citus/);
  const url = await standInForCitus(server.url, 'alone');
  await askDirectly(url, 'DELETE FROM pg_dist_node');
  await expect(applyCitus({ url }, specs, quiet)).rejects.toThrow(/citus_set_coordinator_host[\s\S]*citus_add_node/);
  expect(await callsIn(url)).toEqual([]);
  await askDirectly(url, `ALTER DATABASE alone SET "citus.recover_2pc_interval" = '1min'`);
  expect(await findCitusFaults({ url }, [])).toHaveLength(3);
});

test('the product’s own collections take it, documents and keys, and the small ones of hosts stay on the coordinator', async () => {
  const url = await standInForCitus(server.url, 'product');
  const [documents, keys] = await Promise.all(
    [documentCollections, keyCollections].map((each) =>
      Promise.all(each.map(({ visit }) => visit({ of: async (one) => specOf(one) }))),
    ),
  );
  await applyCitus({ url }, [...(documents ?? []), ...(keys ?? [])], quiet);
  const calls = await callsIn(url);
  expect(calls).toContain('distributed "tongcheng"."c_scans" spread');
  expect(calls).toContain('distributed "tongcheng"."c_personKeys" id');
  expect(calls.filter((call) => /^(reference|distributed)/.test(call))).toHaveLength(
    documentCollections.length + keyCollections.length,
  );
  expect(calls.join('\n')).not.toMatch(/c_(pulses|leases|keysOf)/);
  expect(await findCitusFaults({ url }, documents ?? [])).toEqual([]);
});

test('a start asks whether its schema is there, so that it makes none while a node is away', async () => {
  const url = await standInForCitus(server.url, 'starts');
  await (await openPostgresStore({ url })).close();
  const sent = listen();
  await (await openPostgresStore({ url })).close();
  sent.stop();
  expect(sent.inOrder.some((text) => text.includes('to_regnamespace'))).toBe(true);
  expect(sent.inOrder.filter((text) => text.includes('CREATE SCHEMA'))).toEqual([]);
});

test('every node is asked for a durable write, and one that takes none is a trouble; a plain PostgreSQL has none', async () => {
  const troublesAt = async (url: string) => {
    const store = await openPostgresStore({ url });
    const found = await store.troubles?.();
    await store.close();
    return found;
  };
  const url = await standInForCitus(server.url, 'pulse');
  expect(await troublesAt(url)).toEqual([]);
  await askDirectly(url, 'UPDATE pg_dist_node SET away = true WHERE nodeid = 1');
  expect(await troublesAt(url)).toEqual([{ part: 'node1:5432', is: 'away', reason: 'connection refused' }]);
  await askDirectly(url, 'DROP FUNCTION run_command_on_all_nodes');
  expect(await troublesAt(url)).toEqual([expect.objectContaining({ part: 'nodes', is: 'away' })]);
  expect(await troublesAt(server.url)).toEqual([]);
});
