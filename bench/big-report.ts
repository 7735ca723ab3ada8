import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSlices } from '@tongcheng/cloudfunctions/app/reports/forming/slice';
import { writeSlice } from '@tongcheng/cloudfunctions/app/reports/forming/write-file';
import { bundleProgram } from './programs';
import { buildTown, busyDay, openTown, plan, ridesOfTown, settings } from './report-town';

/**
 * A day of any size, formed in slices as the function of the timer does it, each in a process of its own; some are killed in the middle. Not one of
 * `npm run bench`: 20,000,000 rows take some 17 GB and three quarters of an hour.
 *
 *     node tools/run-ts.mjs bench/big-report.ts FOLDER ROWS [KILLS]
 */
const [, , folder = '', rowsText = '20000000', killsText = '3'] = process.argv;
const attempt = 'reports/big';
const builtMark = join(folder, 'built');
const begunFile = join(folder, 'begun');
const say = (what: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);

const begun = () => (existsSync(begunFile) ? Number(readFileSync(begunFile, 'utf8')) : 0);

/** One slice, in this process. */
async function slice(): Promise<void> {
  const needs = await openTown(folder);
  const began = performance.now();
  const first = begun();
  const written = await writeSlice(
    needs,
    ridesOfTown,
    { plan, form: 'full', scope: { level: 'city', code: settings.city, settings } },
    {
      attempt,
      begun: first,
      begin: async (part) => {
        writeFileSync(`${begunFile}.new`, String(part));
        renameSync(`${begunFile}.new`, begunFile);
      },
      mayGoOn: () => performance.now() - began < defaultSlices.ms,
      sizes: defaultSlices,
    },
  );
  await needs.close();
  const seconds = (performance.now() - began) / 1_000;
  const peak = process.resourceUsage().maxRSS / 1_024;
  say(`slice: parts ${first} to ${begun()}, ${seconds.toFixed(0)} s, peak ${peak.toFixed(0)} MiB`);
  if (written)
    say(`done: ${written.counts.rows} rows, ${(written.bytes / 2 ** 20).toFixed(0)} MiB, sha256 ${written.sha256}`);
  process.exit(written ? 0 : 3);
}

async function main(): Promise<void> {
  if (process.send) return slice();
  if (!existsSync(builtMark)) {
    say(`building a day of ${rowsText} rows`);
    await buildTown(folder, Math.ceil(Number(rowsText) / busyDay.rides), busyDay);
    writeFileSync(builtMark, '');
    say('built');
  }
  const program = await bundleProgram('bench/big-report.ts');
  let kills = Number(killsText);
  for (;;) {
    const child = fork(program, [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    // The first ones die somewhere in their parts, later each time.
    const killed =
      kills > 0 ? setTimeout(() => child.kill('SIGKILL'), 20_000 * kills + Math.random() * 20_000) : undefined;
    const [code, signal]: [number | null, string | null] = await exitOf(child);
    clearTimeout(killed);
    if (code === 0) return;
    if (signal === 'SIGKILL') {
      kills -= 1;
      say(`killed, ${begun()} parts begun`);
    } else if (code !== 3) throw new Error(`a slice ended with ${code ?? signal}`);
  }
}

async function exitOf(child: ReturnType<typeof fork>): Promise<[number | null, string | null]> {
  const [code, signal] = await once(child, 'exit');
  return [code, signal];
}

void main();
