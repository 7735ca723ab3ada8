import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { productFolder } from '../../host/places';

/** A running PostgreSQL of the tests' own. */
export interface Postgres {
  /** A connection string of its superuser. */
  readonly url: string;
  /** Stops it and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Starts a real PostgreSQL on a free port, in about two seconds. It also ends when this process does. */
export const startPostgres = async (): Promise<Postgres> => {
  const server = spawn(process.execPath, [join(productFolder, 'tests/servers/postgres-server.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(server, 'exit');
  const first: { value?: string } = await createInterface(server.stdout)[Symbol.asyncIterator]().next();
  if (first.value === undefined) throw new Error('PostgreSQL did not start');
  return {
    url: first.value,
    stop: async () => {
      server.stdin.end();
      await exited;
    },
  };
};
