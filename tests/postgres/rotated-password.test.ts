import { readFileSync } from 'node:fs';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { newPlace, type Place } from '../host/place';
import { type Postgres, startPostgres } from '../servers/postgres';
import { townSettings } from '../world/installation';
import { aCity } from '../world/records';
import { environmentIn } from '../world/town';
import { askDirectly } from './databases';

jest.setTimeout(120_000);

let server: Postgres;
let place: Place;
beforeAll(async () => {
  server = await startPostgres();
  place = newPlace();
});
afterAll(async () => {
  await server.stop();
  place.remove();
});

const at = (database: string, role?: string, password?: string): string => {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  if (role !== undefined && password !== undefined) [url.username, url.password] = [role, password];
  return url.href;
};

/** The statements of the page, those for before the hosts have the new login and those for after. */
const [before = '', after = ''] = (
  /```sql\n\s*-- rotation: a new login([\s\S]*?)```/.exec(readFileSync('docs/operations.md', 'utf8'))?.[1] ?? ''
).split(/-- rotation: .*/);

const started = async (documents: string) => {
  const names = {
    TONGCHENG_STORE: 'postgres',
    TONGCHENG_POSTGRES_URL: documents,
    TONGCHENG_KEYS_POSTGRES_URL: at('tongcheng_keys'),
  };
  return makeContainer(readConfig({ ...environmentIn(place.folder), ...names }), { log: { event: () => undefined } });
};

test('the password of a database is changed by a second login while hosts run, as the page says; then the first one opens nothing', async () => {
  await askDirectly(at('postgres'), "CREATE ROLE tongcheng LOGIN PASSWORD 'choose-one'");
  await askDirectly(at('postgres'), 'CREATE DATABASE tongcheng OWNER tongcheng');
  await askDirectly(at('postgres'), 'CREATE DATABASE tongcheng_keys');
  const old = await started(at('tongcheng', 'tongcheng', 'choose-one'));
  await old.store.insert(cities, aCity({ ...townSettings }));
  await askDirectly(at('postgres'), before);
  const next = await started(at('tongcheng', 'tongcheng_next', 'choose-another'));
  expect(await next.store.get(cities, '420100')).toBeDefined();
  // What the new login makes is the owner's too: the host with the old one goes on meanwhile.
  await next.store.insert(cities, aCity({ ...townSettings, city: '310100' }));
  expect(await old.store.get(cities, '310100')).toBeDefined();
  await old.store.close();
  await askDirectly(at('postgres'), after);
  await expect(started(at('tongcheng', 'tongcheng', 'choose-one'))).rejects.toThrow(/TONGCHENG_POSTGRES_URL/);
  expect(await next.store.count(cities, {})).toBe(2);
  await next.store.close();
});
