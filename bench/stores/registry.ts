import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import * as z from 'zod';
import { startPostgres } from '../../tests/servers/postgres';
import { bundleProgram } from '../programs';

/** A store that is running, with the environment of a host that uses it. */
export interface RunningStore {
  readonly environment: Readonly<Record<string, string>>;
  /** Processor time in µs that its own processes have used so far; absent where it lives inside the host. */
  readonly cpuMicros?: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** A store that the bench compares. */
export interface BenchedStore {
  readonly name: string;
  /** The home whose adapters the host offers. */
  readonly home: 'servers' | 'cloudbase';
  readonly start: () => Promise<RunningStore>;
  /** A stand-in, whose own slowness makes what is read for all every few seconds weigh more on each scan. */
  readonly slow?: true;
}

/** Every store, the embedded one first: the others are held against it. One line a store. */
export const benchedStores: readonly BenchedStore[] = [
  { name: 'embedded', home: 'servers', start: async () => ({ environment: {}, stop: async () => undefined }) },
  { name: 'PostgreSQL', home: 'servers', start: startPostgresStore },
  // The cloud's own rate is nobody's to measure here: the stand-in looks through all documents for each question.
  { name: 'CloudBase’s SDK over its stand-in', home: 'cloudbase', start: startCloudStandIn, slow: true },
];

const Environment = z.record(z.string(), z.string());
const Usage = z.object({ user: z.number(), system: z.number() });

/** The stand-ins of CloudBase and KMS in a process of their own. */
async function startCloudStandIn(): Promise<RunningStore> {
  const child = fork(await bundleProgram('bench/stores/cloud-child.ts'), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [environment] = await once(child, 'message');
  return {
    environment: Environment.parse(environment),
    cpuMicros: async () => {
      child.send('cpu');
      const [usage] = await once(child, 'message');
      const { user, system } = Usage.parse(usage);
      return user + system;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** A server with a database for documents and one for keys. */
export async function startPostgresStore() {
  const server = await startPostgres();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE DATABASE documents');
  await client.query('CREATE DATABASE keys');
  return {
    url: server.url,
    environment: {
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: server.url.replace(/postgres$/, 'documents'),
      TONGCHENG_KEYS_POSTGRES_URL: server.url.replace(/postgres$/, 'keys'),
    },
    cpuMicros: server.cpuMicros,
    stop: async () => {
      await client.end();
      await server.stop();
    },
  };
}
