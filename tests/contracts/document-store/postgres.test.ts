import { storesIn } from '../../postgres/databases';
import { type Postgres, startPostgres } from '../../servers/postgres';
import { documentStoreContract } from './contract';

let server: Postgres | undefined;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server?.stop());

documentStoreContract(
  'postgres',
  storesIn(() => server?.url ?? ''),
);
