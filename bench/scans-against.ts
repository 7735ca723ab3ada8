import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import nodeOptions from '../host/node-options.json';
import { percentile } from './measure';
import { load } from './scans/load';
import type { Ready } from './scans/server';

/**
 * What became of the scans since an earlier commit: its server and that of this tree, loaded in turns in one run, round after round. Not one of
 * `npm run bench`, for it lays out the earlier tree beside this one, with this one's packages:
 *
 *     node tools/run-ts.mjs bench/scans-against.ts COMMIT [ROUNDS]
 */
const [, , commit = 'HEAD~1', roundsText = '5'] = process.argv;
const [warmSeconds, seconds, riders] = [4, 5, 20_000];
const run = promisify(execFile);
const rooms = ['.', 'shared', 'cloudfunctions', 'miniprogram', 'console', 'host', 'city'];

async function earlierTree(): Promise<string> {
  const tree = join(mkdtempSync(join(tmpdir(), 'tongcheng-earlier-')), 'tree');
  await run('git', ['worktree', 'add', '-q', '--detach', tree, commit]);
  for (const room of rooms) {
    const packages = join(room, 'node_modules');
    if (existsSync(packages)) await run('cp', ['-a', packages, join(tree, packages)]);
  }
  return tree;
}

interface Side {
  readonly name: string;
  readonly child: ChildProcess;
  readonly ready: Ready;
  readonly batch: number;
  readonly rates: number[];
  readonly micros: number[];
}

async function sideOf(name: string, tree: string, batch: number): Promise<Side> {
  const bundled = async (entry: string) =>
    (await run(process.execPath, ['tools/bundled.mjs', entry], { cwd: tree })).stdout.trim();
  await bundled('cloudfunctions/adapters/sqlite/thread/store-thread.ts');
  const child = fork(await bundled('bench/scans/server.ts'), ['sqlite', String(riders)], {
    cwd: tree,
    execArgv: nodeOptions,
    serialization: 'advanced',
  });
  const [ready]: [Ready] = await first(child);
  await load(ready, warmSeconds, batch);
  return { name, child, ready, batch, rates: [], micros: [] };
}

async function first<T>(child: ChildProcess): Promise<[T]> {
  const [message] = await once(child, 'message');
  return [message];
}

async function cpuOf({ child }: Side): Promise<number> {
  child.send('cpu');
  const [{ user, system }]: [{ user: number; system: number }] = await first(child);
  return user + system;
}

async function round(side: Side): Promise<void> {
  const before = await cpuOf(side);
  const { perSecond, requests, refused } = await load(side.ready, seconds, side.batch);
  if (refused > 0) throw new Error(`${refused} scans were refused by ${side.name}`);
  side.rates.push(perSecond);
  side.micros.push(((await cpuOf(side)) - before) / requests);
}

async function main(): Promise<void> {
  const tree = await earlierTree();
  try {
    for (const [what, batch] of [
      ['one at a time', 1],
      ['batches of 50', 50],
    ] as const) {
      const [earlier, now] = [await sideOf(commit, tree, batch), await sideOf('now', '.', batch)];
      for (let turn = 0; turn < Number(roundsText); turn += 1)
        for (const side of turn % 2 === 0 ? [earlier, now] : [now, earlier]) await round(side);
      for (const { child } of [earlier, now]) child.kill('SIGTERM');
      const median = (of: 'rates' | 'micros') => [percentile(earlier[of], 0.5), percentile(now[of], 0.5)] as const;
      const [[wasRate, rate], [wasMicros, micros]] = [median('rates'), median('micros')];
      console.info(
        `${what}: ${Math.round(wasRate)} : ${Math.round(rate)} scans/s = ${(rate / wasRate).toFixed(3)}; processor ${wasMicros.toFixed(1)} : ${micros.toFixed(1)} µs = ${(micros / wasMicros).toFixed(3)}`,
      );
    }
  } finally {
    await run('git', ['worktree', 'remove', '--force', tree]);
  }
}

void main();
