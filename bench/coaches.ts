import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@tongcheng/shared/ids';
import * as z from 'zod';
import nodeOptions from '../host/node-options.json';
import { ledgerFile } from './coaches/ledger-file';
import { openPages } from './coaches/open-pages';
import { type Registering, registerPassengers } from './coaches/register-passengers';
import type { CoachesReady } from './coaches/server';
import { type Figure, type Measurement, percentile } from './measure';
import { bundleProgram } from './programs';

const coachesAtOnce = 50;
const passengersEach = 60;
/** As fast as it goes; at a tenth of that; the same with every passenger's page open. */
const rounds = 3;
const ledgerRows = 50_000;
const filedRows = 10_000;

const LedgerAnswer = z.object({
  good: z.number(),
  bad: z.number(),
  checkedSeconds: z.number(),
  checkedMiB: z.number(),
  filed: z.number(),
  filedSeconds: z.number(),
  stopped: z.string(),
});

/** Coaches (issue of coaches): registrations of 50 coaches at once, their crews' screens, and a ledger of 50,000 rows. */
export async function run(): Promise<Measurement> {
  const { server, ready } = await startServer();
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-ledger-'));
  try {
    const registrations = await registrationFigures(server, ready);
    const ledger = await ledgerFigures(folder, ready);
    return { name: 'Coaches: registrations over HTTP, ledgers', figures: [...registrations, ...ledger] };
  } finally {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer(): Promise<{ server: ChildProcess; ready: CoachesReady }> {
  await bundleProgram('cloudfunctions/adapters/sqlite/thread/store-thread.ts');
  const program = await bundleProgram('bench/coaches/server.ts');
  const args = [String(rounds * coachesAtOnce), String(rounds * coachesAtOnce * passengersEach)];
  const server = fork(program, args, { execArgv: nodeOptions, serialization: 'advanced' });
  const [ready]: [CoachesReady] = await first(server);
  return { server, ready };
}

async function first<T>(child: ChildProcess): Promise<[T]> {
  const [message] = await once(child, 'message');
  return [message];
}

/** Processor time of the server so far, its threads among it, in ms. */
async function workedMs(server: ChildProcess): Promise<number> {
  server.send('worked');
  const [{ user, system }] = await first<NodeJS.CpuUsage>(server);
  return (user + system) / 1_000;
}

/** How much of one core the server was busy while something was done. */
async function withBusyShare<T>(server: ChildProcess, act: () => Promise<T>): Promise<T & { readonly busy: number }> {
  const [before, began] = [await workedMs(server), performance.now()];
  const done = await act();
  return { ...done, busy: ((await workedMs(server)) - before) / (performance.now() - began) };
}

/**
 * First as fast as it goes, for the capacity; then at a tenth of that, with crews who look every two seconds; then the same while the page of each passenger
 * asks every twenty seconds (decision 223).
 */
async function registrationFigures(server: ChildProcess, ready: CoachesReady): Promise<readonly Figure[]> {
  const all = coachesAtOnce * passengersEach;
  const round = (number: number): Registering => ({
    ...{ port: ready.port, passengersEach, newId: (at) => newId(at, randomBytesOf) },
    coaches: ready.coaches.slice(number * coachesAtOnce, (number + 1) * coachesAtOnce),
    tokens: ready.tokens.slice(number * all, (number + 1) * all),
  });
  const fast = await registerPassengers(round(0), {});
  const perSecond = fast.perSecond / 10;
  const slow = await withBusyShare(server, () => registerPassengers(round(1), { perSecond }));
  const looked = await withBusyShare(server, async () => {
    const pages = openPages(round(2));
    const beside = await registerPassengers(round(2), { perSecond });
    return { beside, pages: await pages.close() };
  });
  return [
    { what: 'registrations of 50 coaches as fast as they go', value: fast.perSecond, unit: '/s' },
    { what: 'median then', value: percentile(fast.took, 0.5), unit: 'ms' },
    { what: 'at a tenth of that: median', value: percentile(slow.took, 0.5), unit: 'ms' },
    {
      what: 'at a tenth of that: 99th percentile',
      value: percentile(slow.took, 0.99),
      unit: 'ms',
      aim: { atMost: 250 },
    },
    { what: 'a crew’s look then: 99th percentile', value: percentile(slow.looks, 0.99), unit: 'ms' },
    // A registration is seen at the next look, two seconds later at most, and once that is answered.
    { what: 'crews’ screens behind, at most', value: slow.behindMs / 1_000, unit: 's', aim: { atMost: 2.25 } },
    { what: 'of one core, at that rate', value: slow.busy * 100, unit: '%' },
    { what: 'with each of 3,000 passengers’ pages open: pages ask', value: looked.pages.perSecond, unit: '/s' },
    {
      what: 'then a registration: 99th percentile',
      value: percentile(looked.beside.took, 0.99),
      unit: 'ms',
    },
    { what: 'then a page: 99th percentile', value: percentile(looked.pages.took, 0.99), unit: 'ms' },
    { what: 'of one core then', value: looked.busy * 100, unit: '%' },
  ];
}

const randomBytesOf = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size));

async function ledgerFigures(folder: string, { port, officialToken }: CoachesReady): Promise<readonly Figure[]> {
  const file = join(folder, 'ledger.xlsx');
  writeFileSync(file, new Uint8Array(await ledgerFile(ledgerRows).arrayBuffer()));
  const program = await bundleProgram('bench/coaches/ledger-child.ts');
  const args = [program, file, String(port), officialToken, String(filedRows)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const told = LedgerAnswer.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (told.stopped !== '' || told.filed !== filedRows) throw new Error(`filed ${told.filed} rows: ${told.stopped}`);
  if (told.good + told.bad !== ledgerRows || told.bad !== ledgerRows / 100)
    throw new Error(`checked ${told.good} rows`);
  return [
    {
      what: 'a ledger of 50,000 rows, read and checked',
      value: ledgerRows / told.checkedSeconds,
      unit: 'rows/s',
      aim: { atLeast: 5_000 },
    },
    { what: 'memory for that above rest', value: told.checkedMiB, unit: 'MiB', aim: { atMost: 200 } },
    { what: 'filed with sealing', value: told.filed / told.filedSeconds, unit: 'rows/s', aim: { atLeast: 2_000 } },
  ];
}
