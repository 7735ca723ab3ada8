import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { productFolder } from '../../host/product-folder';

/** A running PostgreSQL of the tests' own. */
export interface Postgres {
  /** A connection string of its superuser. */
  readonly url: string;
  /** Kills every process of it at once, as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Starts it again after it was killed; it recovers by itself. */
  readonly start: () => Promise<void>;
  /** Processor time in µs of its processes that live, on Linux. */
  readonly cpuMicros: () => Promise<number>;
  /** Stops it and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Starts a real PostgreSQL on a free port, in about two seconds. It also ends when this process does. */
export const startPostgres = async (...flags: readonly string[]): Promise<Postgres> => {
  const server = spawn(process.execPath, [join(productFolder, 'tests/servers/postgres-server.mjs'), ...flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(server, 'exit');
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const first: { value?: string } = await lines.next();
  if (first.value === undefined) throw new Error('PostgreSQL did not start');
  const tell = async (word: string) => {
    server.stdin.write(`${word}\n`);
    const answer: { value?: string } = await lines.next();
    if (answer.value !== word) throw new Error(`PostgreSQL was told to ${word} and did not`);
  };
  return {
    url: first.value,
    kill: () => tell('kill'),
    start: () => tell('start'),
    cpuMicros: async () => {
      server.stdin.write('cpu\n');
      const answer: { value?: string } = await lines.next();
      return Number(answer.value);
    },
    stop: async () => {
      server.stdin.end();
      await exited;
    },
  };
};
