import { Client } from 'pg';
import { startPostgres } from '../servers/postgres';
import { environmentIn } from '../world/town';
import { bundlesRun } from './run-suite';

bundlesRun('servers', async (folder) => {
  const server = await startPostgres();
  const database = (name: string) => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const client = new Client({ connectionString: server.url });
  await client.connect();
  for (const name of ['documents', 'wrapped']) await client.query(`create database ${name}`);
  await client.end();
  const environment = {
    ...environmentIn(folder),
    TONGCHENG_STORE: 'postgres',
    TONGCHENG_POSTGRES_URL: database('documents'),
    TONGCHENG_KEYS_POSTGRES_URL: database('wrapped'),
  };
  return { environment, close: () => server.stop() };
});
