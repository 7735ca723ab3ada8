import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { openStoreKeys } from '@tongcheng/cloudfunctions/adapters/store-keys/store-keys';
import { caseKeys, dayKeys, epochKeys, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { type Postgres, startPostgres } from '../servers/postgres';
import { plunder } from '../vault/file-attacker';
import { standingClock } from '../world/clock';
import { keyCopy } from '../world/folders';
import { personFacts } from '../world/records';
import { environmentIn } from '../world/town';
import { askDirectly } from './databases';

jest.setTimeout(120_000);

let server: Postgres | undefined;
beforeAll(async () => {
  server = await startPostgres('-c', 'wal_recycle=off');
});
afterAll(() => server?.stop());
const at = (database: string): string => (server?.url ?? '').replace(/postgres$/, database);
const city = '420100';

test('X-20 with the master key and every file of a PostgreSQL that removes its old log nobody opens who was forgotten, nor a destroyed day', async () => {
  for (const name of ['doomed', 'doomed_keys']) await askDirectly(at('postgres'), `CREATE DATABASE ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-doomed-'));
  const { vault, store } = await makeContainer(
    readConfig({
      ...environmentIn(folder),
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: at('doomed'),
      TONGCHENG_KEYS_POSTGRES_URL: at('doomed_keys'),
    }),
  );
  const [files] = await askDirectly<{ data_directory: string }>(at('postgres'), 'SHOW data_directory');
  const master = keyCopy(join(folder, 'master.key'));
  const persons: string[] = [];
  for (let order = 0; order < 12; order += 1)
    persons.push((await vault.enrol(personFacts(`E1234${1000 + order}`))).personId);
  const days = Array.from({ length: 8 }, (_, at) => `2026-10-${at + 10}`);
  for (const day of days) await vault.day(city, day);
  const contexts = [...persons.map((id) => `person:${id}`), ...days.map((day) => `day:${city}.${day}`)];
  const look = async () => {
    const { opened } = await plunder([files?.data_directory ?? ''], master, { contexts, records: [] });
    return [...opened].sort();
  };
  await askDirectly(at('postgres'), 'CHECKPOINT');
  expect(await look()).toEqual([...contexts].sort());
  await Promise.all(persons.slice(0, 11).map((id) => vault.forget(id)));
  await vault.destroyDays(days.slice(1).map((day) => ({ keyClass: 'city', city, day })));
  const left = [`day:${city}.${days[0]}`, `person:${persons[11]}`];
  expect(await look()).toEqual(left);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('X-20 an erasure answers that nothing is left where the role may clean the log, and that nobody can say where it may not', async () => {
  await askDirectly(at('postgres'), 'CREATE DATABASE answers');
  await askDirectly(
    at('answers'),
    "CREATE ROLE plain LOGIN PASSWORD 'plain'; GRANT CREATE ON DATABASE answers TO plain",
  );
  await askDirectly(
    at('answers'),
    `CREATE ROLE able LOGIN PASSWORD 'able' IN ROLE pg_checkpoint; GRANT CREATE ON DATABASE answers TO able;
    GRANT EXECUTE ON FUNCTION pg_switch_wal() TO able`,
  );
  const clock = standingClock();
  const answerOf = async (role: string) => {
    const url = at('answers').replace('postgres:postgres@', `${role}:${role}@`);
    const store = await openPostgresStore({ url, schema: `of_${role}`, cleansKeys: true });
    const copyDays = () => (store.leavesNothing() ? 0 : undefined);
    const keys = openStoreKeys({
      store,
      clock,
      copyDays,
      collections: { day: dayKeys, person: personKeys, case: caseKeys, epoch: epochKeys },
    });
    await keys.putIfAbsent('person', 'p_1', 'wrapped');
    const { copiesUntil } = await keys.erase('person', ['p_1']);
    await store.close();
    return copiesUntil;
  };
  expect(await answerOf('able')).toBe(clock.now());
  expect(await answerOf('plain')).toBe('unknown');
});
