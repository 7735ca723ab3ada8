import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { seedOfRun } from '../world/chance';
import { scanForCanaries } from './canaries';
import { editLogs } from './edited-log';
import { forgettingDrills } from './forgetting-drill';
import { mutatePasses } from './pass-mutations';
import { attemptTracing } from './tracing-attempts';

/** A figure of safety: how often it is tried in full, and in how many slices, each with a world and a seed of its own. */
interface Figure {
  readonly full: number;
  readonly slice: number;
  /** Throws at the first promise that was broken, naming the seed; gives what was counted. */
  readonly try: (count: number, seed: number) => Promise<Readonly<Record<string, number>>>;
}

/** Every figure by its name: `npm run safety -- audit --full`. */
const figures: Readonly<Record<string, Figure>> = {
  audit: { full: 100_000, slice: 10_000, try: editLogs },
  attempts: { full: 1_000_000, slice: 5_000, try: attemptTracing },
  forgetting: { full: 10_000, slice: 100, try: forgettingDrills },
  canaries: { full: 10_000, slice: 1_000, try: scanForCanaries },
  passes: { full: 10_000_000, slice: 100_000, try: mutatePasses },
};

/** One in so many where not all is asked for. */
const reducedBy = 100;

/** Tries the figures named, or all, and writes what was counted to dist/safety, a file each, with seed and commit; renewed after each slice. */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const full = words.includes('--full');
  const named = words.filter((word) => !word.startsWith('--'));
  const seed = seedOfRun();
  for (const name of named.length > 0 ? named : Object.keys(figures)) {
    const figure = figures[name];
    if (!figure) throw new Error(`no such figure: ${name}; there are ${Object.keys(figures).join(', ')}`);
    await tryFigure(name, figure, full ? figure.full : Math.ceil(figure.full / reducedBy), seed);
  }
}

async function tryFigure(name: string, { slice, ...figure }: Figure, count: number, seed: number): Promise<void> {
  const startedAt = Date.now();
  const counts: Record<string, number> = {};
  for (let done = 0, number = 0; done < count; done += slice, number += 1) {
    const found = await figure.try(Math.min(slice, count - done), seed + number * slice);
    for (const [what, times] of Object.entries(found)) counts[what] = (counts[what] ?? 0) + times;
    const tried = Math.min(count, done + slice);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    mkdirSync('dist/safety', { recursive: true });
    const evidence = { figure: name, seed, slice, commit: commit(), asked: count, tried, counts, seconds };
    writeFileSync(`dist/safety/${name}.json`, `${JSON.stringify(evidence, null, 2)}\n`);
    console.info(`${name}: ${tried} of ${count}, seed ${seed}, ${seconds} s ${JSON.stringify(counts)}`);
  }
}

/** What was tried: with a mark where files differ from it. */
const commit = (): string =>
  execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=40'], { encoding: 'utf8' }).trim();

void main();
