import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from '../tests/servers/postgres';
import type { Figure, Measurement } from './measure';
import { forkServer } from './programs';
import { type LoadFound, load } from './scans/load';
import type { Ready } from './scans/server';

const [warmSeconds, seconds, rounds, riders, batchOf] = [4, 6, 3, 20_000, 50];

type Kind = 'sqlite' | 'none' | 'insert' | 'read-insert';
type Cpu = { readonly user: number; readonly system: number };
interface Found extends LoadFound {
  readonly cpuMicrosPerScan: number;
}

/** A server of a kind in a process of its own, warmed up. */
async function started(kind: Kind, postgres: string, batch = 1) {
  const child = await forkServer([kind, String(riders), postgres]);
  const [ready]: [Ready] = await nextMessage(child);
  await load(ready, warmSeconds, batch);
  const found: Found[] = [];
  return {
    /** A stretch of load; the server's CPU is its own. */
    round: async () => {
      const before = await cpuOf(child);
      const each = await load(ready, seconds, batch);
      const after = await cpuOf(child);
      if (each.refused > 0) throw new Error(`${each.refused} of ${each.requests} scans were refused (${kind})`);
      const micros = after.user + after.system - before.user - before.system;
      found.push({ ...each, cpuMicrosPerScan: micros / each.requests });
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    found: (): Found => meanOf(found),
  };
}

function meanOf(found: readonly Found[]): Found {
  const mean = (of: (each: Found) => number) => found.reduce((sum, each) => sum + of(each), 0) / found.length;
  return {
    perSecond: mean(({ perSecond }) => perSecond),
    p50Ms: mean(({ p50Ms }) => p50Ms),
    p99Ms: mean(({ p99Ms }) => p99Ms),
    cpuMicrosPerScan: mean(({ cpuMicrosPerScan }) => cpuMicrosPerScan),
    requests: found.reduce((sum, { requests }) => sum + requests, 0),
    refused: 0,
  };
}

async function nextMessage<T>(child: ChildProcess): Promise<[T]> {
  const [message] = await once(child, 'message');
  return [message];
}

async function cpuOf(child: ChildProcess): Promise<Cpu> {
  child.send('cpu');
  const [usage]: [Cpu] = await nextMessage(child);
  return usage;
}

/**
 * One scan at a time over HTTP from 64 connections, session and code checked, durable, with its verdict; against its peers. All are loaded in
 * turns, round after round, so that other load on a shared machine meets each of them alike. What stores nothing comes after PostgreSQL, which goes
 * on writing for a while.
 */
export async function run(): Promise<Measurement> {
  // One for each peer: a server has a hundred connections, and each of them takes sixty-four.
  const [one, other] = [await startPostgres(), await startPostgres()];
  try {
    const servers = [
      await started('none', ''),
      await started('sqlite', ''),
      await started('sqlite', '', batchOf),
      await started('insert', one.url),
      await started('read-insert', other.url),
    ] as const;
    for (let round = 0; round < rounds; round += 1) for (const each of servers) await each.round();
    for (const each of servers) await each.stop();
    const [withoutStore, ours, batches, insertOnly, readAndInsert] = servers;
    const found = [
      withoutStore.found(),
      ours.found(),
      insertOnly.found(),
      readAndInsert.found(),
      batches.found(),
    ] as const;
    return { name: 'Scans over HTTP, 64 connections', figures: figures(...found) };
  } finally {
    await one.stop();
    await other.stop();
  }
}

const figures = (
  withoutStore: Found,
  ours: Found,
  insertOnly: Found,
  readAndInsert: Found,
  batches: Found,
): readonly Figure[] => [
  { what: 'the same server and checks, scans not stored', value: withoutStore.perSecond, unit: 'scans/s' },
  { what: 'Tongcheng: durable, one at a time', value: ours.perSecond, unit: 'scans/s' },
  {
    what: 'conventional peer: earlier scans read, an INSERT each, through pg',
    value: readAndInsert.perSecond,
    unit: 'scans/s',
  },
  { what: 'half of it: the INSERT each alone, no verdict possible', value: insertOnly.perSecond, unit: 'scans/s' },
  {
    what: 'against the same server without a store',
    value: ours.perSecond / withoutStore.perSecond,
    unit: 'times',
    aim: { atLeast: 0.7 },
  },
  {
    what: 'against the conventional peer',
    value: ours.perSecond / readAndInsert.perSecond,
    unit: 'times',
    aim: { atLeast: 2.5 },
  },
  { what: 'against the INSERT alone', value: ours.perSecond / insertOnly.perSecond, unit: 'times' },
  {
    what: 'CPU of the server per scan',
    value: ours.cpuMicrosPerScan,
    unit: 'µs',
    aim: { atMost: 110, hoped: true },
  },
  { what: 'CPU of the server per scan, not stored', value: withoutStore.cpuMicrosPerScan, unit: 'µs' },
  {
    what: 'CPU of the server per scan, conventional peer (without PostgreSQL)',
    value: readAndInsert.cpuMicrosPerScan,
    unit: 'µs',
  },
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
