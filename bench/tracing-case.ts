import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import nodeOptions from '../host/node-options.json';
import { type Figure, type Measurement, percentile } from './measure';
import { option } from './options';
import { bundleProgram } from './programs';
import { type BenchedStore, benchedStores } from './stores/registry';
import { chosenRiders } from './tracing-case/city-of-cases';
import { type JoinFound, joinedByDuckDb } from './tracing-case/duckdb';

const cases = 100;

const Case = z.object({ rides: z.number(), exposures: z.number(), riders: z.number() });
const Told = z.object({
  alone: z.array(z.object({ ms: z.number(), value: Case })),
  togetherMs: z.number(),
  seen: z.object({ calls: z.number(), documents: z.number() }),
  cpuMs: z.number(),
  api: z.object({ riders: z.number(), named: z.number(), asked: z.number(), countMs: z.array(z.number()) }),
});
type Told = z.output<typeof Told>;

/**
 * One case over fourteen days in a city of so many million scans, each size in turn (`--scale 1,10,30`): as the first one of a process, as another one
 * after it, and a hundred at once. The city is kept in a folder (`--folder DIR`) and grows by districts, so that the next run and the next size build
 * on it. Its first district is the same in every size, and so are the riders of the cases. Of other stores (`--store PostgreSQL`, `CloudBase`) one
 * case and what it asks the store for, over a city that is built for it.
 */
export async function run(): Promise<Measurement> {
  const base = option('--folder') ?? join(tmpdir(), 'tongcheng-bench-case');
  const scales = (option('--scale') ?? '1').split(',').map(Number);
  const store = benchedStores.find(({ name }) => name.startsWith(option('--store') ?? 'embedded'));
  if (!store) throw new Error(`--store is the beginning of one of ${benchedStores.map(({ name }) => name).join(', ')}`);
  const name = `One case over fourteen days, ${store.name}`;
  if (store.name !== 'embedded') return { name, figures: await elsewhere(store, base, scales[0] ?? 1) };
  const figures: Figure[] = [];
  const found: Told[] = [];
  for (const scale of scales) {
    await child('build', scale, { folder: base });
    const told = Told.parse(await child('trace', cases, { folder: base }));
    found.push(told);
    const joined = await joinedByDuckDb(base, chosenRiders(cases));
    figures.push(...figuresOf(`${scale} million scans`, told), ...joinFigures(`${scale} million scans`, told, joined));
  }
  return { name, figures: [...figures, ...growth(found)] };
}

/** A store that keeps nothing between runs: built and asked in one. Below a million a part of a district, whose riders meet fewer others. */
async function elsewhere({ start, home, slow }: BenchedStore, base: string, scale: number): Promise<readonly Figure[]> {
  const running = await start();
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(join(base, 'elsewhere-'));
  const place = { folder, environment: running.environment, home };
  try {
    await child('build', scale, place);
    // The stand-in of the cloud looks through all documents for each question, and several at once it answers too late.
    const count = slow ? 2 : 10;
    const told = Told.parse(await child('trace', count, place));
    const kept = [
      'first case of a process',
      'another one, median',
      'documents read',
      'questions to the store',
      'exposures',
      'named',
    ];
    const figures = figuresOf(`${scale} million scans`, told).filter(
      // Where a small part of a district exposed nobody, there is nobody to be named.
      ({ what, value }) => kept.some((each) => what.includes(each)) && !Number.isNaN(value),
    );
    return figures.map(({ aim: _aim, ...figure }) => figure);
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly home?: string;
}

/** A process of its own, so that the first case meets what a process has just after its start. */
async function child(work: 'build' | 'trace', count: number, place: Place): Promise<unknown> {
  const { folder, environment = {}, home = 'servers' } = place;
  mkdirSync(folder, { recursive: true });
  await bundleProgram('cloudfunctions/adapters/sqlite/thread/store-thread.ts');
  const program = await bundleProgram('bench/tracing-case/case-child.ts');
  const forked = fork(program, [folder, work, String(count), JSON.stringify(environment), home], {
    execArgv: nodeOptions,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let told: unknown;
  forked.on('message', (message) => {
    told = message;
  });
  const [code] = await once(forked, 'exit');
  if (code !== 0) throw new Error(`the process that was to ${work} ended with ${code}`);
  return told;
}

function figuresOf(size: string, { alone, togetherMs, seen, cpuMs, api }: Told): readonly Figure[] {
  const [first, ...others] = alone;
  const ms = others.map((each) => each.ms);
  const warm = percentile(ms, 0.5);
  const mean = (of: (each: z.output<typeof Case>) => number) =>
    alone.reduce((sum, { value }) => sum + of(value), 0) / alone.length;
  return [
    { what: `${size}: first case of a process`, value: first?.ms ?? Number.NaN, unit: 'ms', aim: { atMost: 150 } },
    { what: `${size}: the second`, value: ms[0] ?? Number.NaN, unit: 'ms' },
    { what: `${size}: another one, median`, value: warm, unit: 'ms', aim: { atMost: 60 } },
    { what: `${size}: another one, 95 of 100`, value: percentile(ms, 0.95), unit: 'ms' },
    { what: `${size}: processor time a case, both threads`, value: cpuMs, unit: 'ms' },
    { what: `${size}: counted through the interface, median`, value: percentile(api.countMs, 0.5), unit: 'ms' },
    {
      what: `${size}: exposed riders named by the interface, of those asked`,
      value: api.named / api.asked,
      unit: '',
      aim: { atLeast: 1 },
    },
    { what: `${size}: ${alone.length} at once by one alone`, value: togetherMs / warm, unit: '', aim: { atMost: 100 } },
    { what: `${size}: rides of the index rider`, value: mean(({ rides }) => rides), unit: '' },
    { what: `${size}: exposures found`, value: mean(({ exposures }) => exposures), unit: '' },
    { what: `${size}: documents read a case`, value: seen.documents / alone.length, unit: '' },
    { what: `${size}: questions to the store a case`, value: seen.calls / alone.length, unit: '' },
  ];
}

function joinFigures(
  size: string,
  { alone }: Told,
  { firstMs, medianMs, rides, matches }: JoinFound,
): readonly Figure[] {
  const warm = percentile(
    alone.slice(1).map(({ ms }) => ms),
    0.5,
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return [
    { what: `${size}: rides that DuckDB joins`, value: rides, unit: '' },
    { what: `${size}: DuckDB, the join alone: first`, value: firstMs, unit: 'ms' },
    { what: `${size}: DuckDB, the join alone: median`, value: medianMs, unit: 'ms' },
    {
      what: `${size}: one case by DuckDB’s join alone`,
      value: warm / medianMs,
      unit: '',
      aim: { atMost: 1, hoped: true },
    },
    {
      what: `${size}: matches found by those of the join`,
      value: sum(alone.map(({ value }) => value.exposures)) / sum(matches),
      unit: '',
    },
  ];
}

/** The largest by the smallest. */
function growth(found: readonly Told[]): readonly Figure[] {
  const [smallest, largest] = [found[0], found.at(-1)];
  if (!smallest || !largest || found.length < 2) return [];
  const warm = ({ alone }: Told) =>
    percentile(
      alone.slice(1).map(({ ms }) => ms),
      0.5,
    );
  return [
    {
      what: 'largest by smallest city: another case',
      value: warm(largest) / warm(smallest),
      unit: '',
      aim: { atMost: 1.5 },
    },
    {
      what: 'largest by smallest city: documents read',
      value: largest.seen.documents / smallest.seen.documents,
      unit: '',
      aim: { atMost: 1, atLeast: 1 },
    },
  ];
}
