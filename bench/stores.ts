import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type Figure, type Measurement, percentile } from './measure';
import { forkServer } from './programs';
import { type LoadFound, load } from './scans/load';
import type { Ready } from './scans/server';
import type { DayRead } from './stores/read-day';
import { benchedStores, type RunningStore, startPostgresStore } from './stores/registry';

const [warmSeconds, seconds, riders] = [3, 10, 20_000];
const historyPages = 200;

type Child = ChildProcess;

/** What one store did under the load, and after it. */
interface Found extends LoadFound {
  readonly hostMicros: number;
  readonly storeMicros: number;
  readonly calls: number;
  readonly historyMs: number;
  readonly day: DayRead;
}

/** The same load over every store in one run, each with a host of its own; PostgreSQL also against an INSERT a request. */
export async function run(): Promise<Measurement> {
  const figures: Figure[] = [];
  const rates = new Map<string, number>();
  for (const { name, home, start, slow = false } of benchedStores) {
    const running = await start();
    const found = await measured(['counted', String(riders), '', JSON.stringify(running.environment), home], running);
    await running.stop();
    rates.set(name, found.perSecond);
    figures.push(...figuresOf(name, found, slow));
  }
  figures.push(...(await peerFigures(rates.get('PostgreSQL') ?? Number.NaN)));
  return { name: 'Stores: scans over HTTP, 64 connections, one at a time, the same load', figures };
}

/** What is usual: each request its own INSERT through `pg`, without and with the question that the job needs before. */
async function peerFigures(ours: number): Promise<readonly Figure[]> {
  const peer = await startPostgresStore();
  const insert = await measured(['insert', String(riders), peer.url], peer);
  const whole = await measured(['read-insert', String(riders), peer.url], peer);
  await peer.stop();
  return [
    { what: 'conventional peer: an INSERT a request by pg, nothing read', value: insert.perSecond, unit: 'scans/s' },
    { what: 'conventional peer, with the rider’s earlier scans read', value: whole.perSecond, unit: 'scans/s' },
    {
      what: 'conventional peer with reading: processor time of PostgreSQL per scan',
      value: whole.storeMicros,
      unit: 'µs',
    },
    {
      what: 'PostgreSQL adapter against INSERT a request with reading',
      value: ours / whole.perSecond,
      unit: 'times',
      aim: { atLeast: 2 },
    },
    {
      what: 'PostgreSQL adapter against INSERT a request that reads nothing',
      value: ours / insert.perSecond,
      unit: 'times',
    },
  ];
}

async function measured(args: readonly string[], store: Pick<RunningStore, 'cpuMicros'>): Promise<Found> {
  const child = await forkServer(args);
  const [ready]: [Ready] = await next(child);
  await load(ready, warmSeconds);
  const before = await spent(child, store);
  const found = await load(ready, seconds);
  const after = await spent(child, store);
  const historyMs = await historyPage(ready);
  const day = await ask<DayRead>(child, 'day');
  child.kill('SIGTERM');
  await once(child, 'exit');
  if (found.refused > 0) throw new Error(`${found.refused} of ${found.requests} scans were refused (${args[0]})`);
  const perScan = (what: keyof typeof before) => (after[what] - before[what]) / found.requests;
  return {
    ...found,
    hostMicros: perScan('host'),
    storeMicros: perScan('store'),
    calls: perScan('calls'),
    historyMs,
    day,
  };
}

async function spent(child: Child, { cpuMicros }: Pick<RunningStore, 'cpuMicros'>) {
  const { user, system } = await ask<{ user: number; system: number }>(child, 'cpu');
  return { host: user + system, store: (await cpuMicros?.()) ?? 0, calls: await ask<number>(child, 'calls') };
}

async function ask<T>(child: Child, what: 'cpu' | 'calls' | 'day'): Promise<T> {
  child.send(what);
  const [answer]: [T] = await next(child);
  return answer;
}

async function next<T>(child: Child): Promise<[T]> {
  const [message] = await once(child, 'message');
  return [message];
}

/** A week's history of riders, one after the other: what one page takes at the median. */
async function historyPage({ port, tokens }: Ready): Promise<number> {
  const times: number[] = [];
  for (const token of tokens.slice(0, historyPages)) {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/api/rides.history`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ city: '420100', days: 7 }),
    });
    if (!answer.ok) throw new Error(`a history page was refused: ${answer.status}`);
    await answer.text();
    times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}

const figuresOf = (name: string, found: Found, slow: boolean): readonly Figure[] => [
  { what: `${name}: scans, durable, one at a time`, value: found.perSecond, unit: 'scans/s' },
  { what: `${name}: median`, value: found.p50Ms, unit: 'ms' },
  { what: `${name}: 99th percentile`, value: found.p99Ms, unit: 'ms' },
  { what: `${name}: processor time of the host per scan`, value: found.hostMicros, unit: 'µs' },
  ...(found.storeMicros > 0
    ? [{ what: `${name}: processor time of the store’s own processes per scan`, value: found.storeMicros, unit: 'µs' }]
    : []),
  // One question and one write; what is read for all every two seconds (revocations, venues) weighs more the fewer scans there are.
  { what: `${name}: store calls per scan`, value: found.calls, unit: '', ...(slow ? {} : { aim: { atMost: 2.2 } }) },
  { what: `${name}: a history page of a week, median`, value: found.historyMs, unit: 'ms' },
  {
    what: `${name}: a day’s journeys read for its report, per 1,000 scans`,
    value: (found.day.seconds / found.day.scans) * 1_000_000,
    unit: 'ms',
  },
];
