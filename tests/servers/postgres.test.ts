import { Client } from 'pg';
import { startPostgres } from './postgres';

test('a PostgreSQL of our own answers and keeps Chinese', async () => {
  const postgres = await startPostgres();
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    expect((await client.query("select '同乘' as said, current_setting('server_encoding') as written")).rows).toEqual([
      { said: '同乘', written: 'UTF8' },
    ]);
  } finally {
    await client.end();
    await postgres.stop();
  }
}, 30_000);
