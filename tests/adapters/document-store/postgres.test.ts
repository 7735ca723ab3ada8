import { specOf } from '@tongcheng/cloudfunctions/adapters/postgres/collection-spec';
import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { storesIn } from '../../postgres/databases';
import { listen, routesOf } from '../../postgres/routing';
import { type Postgres, startPostgres } from '../../servers/postgres';
import { documentStoreContract } from './contract';
import { daySamples, days, ofDay, samples } from './samples';

const sent = listen();
let server: Postgres | undefined;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(async () => {
  sent.stop();
  await server?.stop();
});

documentStoreContract(
  'postgres',
  storesIn(() => server?.url ?? ''),
);

describe('postgres: many servers', () => {
  test('every statement of the contract about days names by equality where its rows live, as EXPLAIN shows', async () => {
    const url = server?.url ?? '';
    const store = await openPostgresStore({ url, schema: 'explained' });
    await store.insert(samples, { _id: 'a' });
    for (const day of days) await store.insert(daySamples, ofDay(day, 'a'));
    const explained = new Map(
      [...sent.statements].flatMap(([text, values]): [string, readonly unknown[]][] => {
        const here = text.replaceAll(/\bt_[0-9a-f]{8}\b/g, 'explained');
        return /1999|:explained|^(SELECT current|BEGIN|CREATE|DROP)/.test(here) ? [] : [[here, values]];
      }),
    );
    const { routed, everywhere } = await routesOf(url, explained, [specOf(samples), specOf(daySamples)]);
    expect(everywhere).toEqual([]);
    expect(routed.get('daySamples')).toBeGreaterThan(100);
    await store.close();
  }, 60_000);
});
