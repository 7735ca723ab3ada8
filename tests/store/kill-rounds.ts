import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addDays } from '@tongcheng/shared/time';
import { build } from 'esbuild';
import { seededNumbers } from '../world/chance';
import { inspect } from './kill-inspect';
import type { Acknowledged } from './kill-records';
import { threadProgram } from './thread-program';

/** What came of a run. Everything in `complaints` is a broken promise. */
export interface KillResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly complaints: readonly string[];
  /** From the start of the process to its first answers, in ms. */
  readonly restarts: readonly number[];
}

const roundsPerDay = 25;

/**
 * Kills a writing process again and again at random moments, and inspects what it left. Every second life has the store in a thread of
 * its own, as the host has it.
 */
export const runKills = async (kills: number, seed: number): Promise<KillResult> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongcheng-kills-'));
  const program = join(folder, 'writer.cjs');
  await bundleWriter(program);
  const thread = threadProgram();
  const chance = seededNumbers(seed);
  const seen: Acknowledged = { ids: [], tallies: new Map(), complaints: [] };
  const restarts: number[] = [];
  let acknowledged = 0;
  for (let round = 0; round < kills; round += 1) {
    const day = addDays('2026-01-01', Math.floor(round / roundsPerDay));
    const again = seen.ids.slice(-20);
    const place = [join(folder, 'store'), round % 2 === 0 ? thread : ''];
    await killOnce([program, ...place, day, `${round}`, ...again], chance, seen, restarts);
    if ((round + 1) % roundsPerDay !== 0 && round + 1 < kills) continue;
    acknowledged += seen.ids.length;
    seen.complaints.push(...(await inspect(join(folder, 'store'), day, seen)));
    seen.ids.length = 0;
  }
  await rm(folder, { recursive: true });
  return { kills, acknowledged, complaints: seen.complaints, restarts };
};

const bundleWriter = (outfile: string) =>
  build({
    entryPoints: [resolve('tests/store/kill-writer.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['@photostructure/sqlite'],
    logLevel: 'error',
  });

/** One life: most die under load, one in five while it starts. */
async function killOnce(args: string[], chance: () => number, seen: Acknowledged, restarts: number[]): Promise<void> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: resolve('node_modules') },
  });
  // These rests are what is tested: the moments of the kills are chance.
  if (chance() < 0.2) setTimeout(() => child.kill('SIGKILL'), chance() * 120);
  const onLine = (line: string) => {
    if (line !== 'ready') return note(line, seen);
    restarts.push(performance.now() - startedAt);
    setTimeout(() => child.kill('SIGKILL'), chance() * 120);
  };
  await linesOf(child, onLine);
}

/** Gives every whole line to `onLine`; resolves when the process is gone and its last line was read. */
const linesOf = (child: ChildProcess, onLine: (line: string) => void) =>
  new Promise<void>((done) => {
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
    child.on('close', () => done());
  });

function note(line: string, seen: Acknowledged): void {
  if (line.startsWith('+')) seen.ids.push(line.slice(1));
  if (line.startsWith('!')) seen.complaints.push(line);
  if (!line.startsWith('=')) return;
  const [writer, value] = line.slice(1).split(' ').map(Number);
  seen.tallies.set(writer ?? -1, value ?? -1);
}
