import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { buildCoachDay, each } from './coach-report/coach-day';
import type { Measurement } from './measure';

const passengers = 100_000;
/** One after the other, so that neither way has a quieter machine; the middle of each counts. */
const rounds = 3;

const Answer = z.object({ bytes: z.number(), rows: z.number(), seconds: z.number(), peakMiB: z.number() });
type Answer = z.output<typeof Answer>;

async function measured(folder: string, what: 'xlsx' | 'csv'): Promise<Answer> {
  const args = ['tools/run-ts.mjs', 'bench/coach-report/child.ts', folder, what];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const answer = Answer.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (answer.rows !== passengers) throw new Error(`wrote ${answer.rows} passengers of ${passengers}`);
  return answer;
}

const middle = (answers: readonly Answer[], of: (answer: Answer) => number): number =>
  answers.map(of).toSorted((one, other) => one - other)[Math.floor(answers.length / 2)] ?? Number.NaN;

/** A day's report of 100,000 passengers of coaches, opened from its events, against the same rows as CSV. */
export async function run(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-coach-report-'));
  try {
    await buildCoachDay(folder, passengers / each);
    const [csv, xlsx]: [Answer[], Answer[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      csv.push(await measured(folder, 'csv'));
      xlsx.push(await measured(folder, 'xlsx'));
    }
    const [plain, formed] = [middle(csv, ({ seconds }) => seconds), middle(xlsx, ({ seconds }) => seconds)];
    return {
      name: `Daily report of coaches: ${passengers.toLocaleString('en-US')} passengers, opened from ${(passengers / each).toLocaleString('en-US')} departures`,
      figures: [
        { what: 'CSV of the same rows, the same opening', value: plain, unit: 's' },
        { what: 'workbook (passengers, departures, incomplete, sums, front)', value: formed, unit: 's' },
        { what: 'workbook against CSV', value: formed / plain, unit: 'times', aim: { atMost: 1.8 } },
        { what: 'peak memory, workbook', value: middle(xlsx, ({ peakMiB }) => peakMiB), unit: 'MiB' },
        { what: 'peak memory, CSV', value: middle(csv, ({ peakMiB }) => peakMiB), unit: 'MiB' },
        { what: 'size of the workbook', value: middle(xlsx, ({ bytes }) => bytes) / 2 ** 20, unit: 'MiB' },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
