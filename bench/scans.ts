import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from '../tests/servers/postgres';
import { bundled } from './bundled';
import type { Figure, Measurement } from './measure';
import { type LoadFound, load } from './scans/load';
import type { Ready } from './scans/server';

const [warmSeconds, seconds, riders, batchOf] = [3, 10, 20_000, 50];

type Cpu = { readonly user: number; readonly system: number };
interface Found extends LoadFound {
  readonly cpuMicrosPerScan: number;
}

/** One server of a kind in a process of its own, warmed up, then loaded; its CPU is its own. */
async function measured(
  kind: 'sqlite' | 'none' | 'insert' | 'read-insert',
  postgres: string,
  batch = 1,
): Promise<Found> {
  const child = fork(await bundled('bench/scans/server.ts'), [kind, String(riders), postgres], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const [ready]: [Ready] = await nextMessage(child);
  await load(ready, warmSeconds, batch);
  const before = await cpuOf(child);
  const found = await load(ready, seconds, batch);
  const after = await cpuOf(child);
  child.kill('SIGTERM');
  await once(child, 'exit');
  if (found.refused > 0) throw new Error(`${found.refused} of ${found.requests} scans were refused (${kind})`);
  const micros = after.user + after.system - before.user - before.system;
  return { ...found, cpuMicrosPerScan: micros / found.requests };
}

async function nextMessage<T>(child: ReturnType<typeof fork>): Promise<[T]> {
  const [message] = await once(child, 'message');
  return [message];
}

async function cpuOf(child: ReturnType<typeof fork>): Promise<Cpu> {
  child.send('cpu');
  const [usage]: [Cpu] = await nextMessage(child);
  return usage;
}

/** One scan at a time over HTTP from 64 connections, session and code checked, durable, with its verdict; against its peers. */
export async function run(): Promise<Measurement> {
  const postgres = await startPostgres();
  try {
    const bare = await measured('none', '');
    const ours = await measured('sqlite', '');
    const usual = await measured('insert', postgres.url);
    const whole = await measured('read-insert', postgres.url);
    const batches = await measured('sqlite', '', batchOf);
    return { name: 'Scans over HTTP, 64 connections', figures: figures(bare, ours, usual, whole, batches) };
  } finally {
    await postgres.stop();
  }
}

const figures = (bare: Found, ours: Found, usual: Found, whole: Found, batches: Found): readonly Figure[] => [
  { what: 'the same server and checks, scans not stored', value: bare.perSecond, unit: 'scans/s' },
  { what: 'Tongcheng: durable, one at a time', value: ours.perSecond, unit: 'scans/s' },
  { what: 'usual way: earlier scans read, an INSERT each, through pg', value: whole.perSecond, unit: 'scans/s' },
  { what: 'half of it: the INSERT each alone, no verdict possible', value: usual.perSecond, unit: 'scans/s' },
  {
    what: 'against the same server without a store',
    value: ours.perSecond / bare.perSecond,
    unit: 'times',
    aim: { atLeast: 0.7 },
  },
  { what: 'against the usual way', value: ours.perSecond / whole.perSecond, unit: 'times', aim: { atLeast: 2.5 } },
  { what: 'against the INSERT alone', value: ours.perSecond / usual.perSecond, unit: 'times' },
  {
    what: 'CPU of the server per scan',
    value: ours.cpuMicrosPerScan,
    unit: 'µs',
    aim: { atMost: 110, hoped: true },
  },
  { what: 'CPU of the server per scan, not stored', value: bare.cpuMicrosPerScan, unit: 'µs' },
  { what: 'CPU of the server per scan, usual way (without PostgreSQL)', value: whole.cpuMicrosPerScan, unit: 'µs' },
  { what: 'median', value: ours.p50Ms, unit: 'ms' },
  { what: '99th percentile', value: ours.p99Ms, unit: 'ms' },
  { what: `batches of ${batchOf}: per scan`, value: batches.perSecond, unit: 'scans/s' },
  {
    what: 'batches against one at a time',
    value: batches.perSecond / ours.perSecond,
    unit: 'times',
    aim: { atLeast: 2.5 },
  },
  { what: 'CPU of the server per scan in batches', value: batches.cpuMicrosPerScan, unit: 'µs' },
];
