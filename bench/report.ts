import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Measurement } from './measure';
import { buildTown, usualDay } from './report-town';

const Answer = z.object({ bytes: z.number(), rows: z.number(), seconds: z.number(), peakMiB: z.number() });
const rows = 300_000;

/** Runs one way of writing in a process of its own, so that its peak memory is its own. */
async function measured(folder: string, what: 'xlsx' | 'csv' | 'locked') {
  const args = ['tools/run-ts.mjs', 'bench/report-child.ts', folder, what];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return Answer.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

/** A day's report of 300,000 journeys with names from the vault, against the same rows as CSV. */
export async function run(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-report-'));
  try {
    await buildTown(folder, rows / usualDay.rides, usualDay);
    const csv = await measured(folder, 'csv');
    const xlsx = await measured(folder, 'xlsx');
    const locked = await measured(folder, 'locked');
    if (csv.rows !== rows || xlsx.rows !== rows) throw new Error(`wrote ${xlsx.rows} and ${csv.rows} rows of ${rows}`);
    return {
      name: `Daily report: ${rows.toLocaleString('en-US')} rows × 17 columns, decrypted from the vault`,
      figures: [
        { what: 'CSV of the same rows, the same decryption', value: csv.seconds, unit: 's' },
        { what: 'workbook (journeys, summary, incomplete, front)', value: xlsx.seconds, unit: 's' },
        { what: 'workbook against CSV', value: xlsx.seconds / csv.seconds, unit: 'times', aim: { atMost: 2.5 } },
        { what: 'peak memory, workbook', value: xlsx.peakMiB, unit: 'MiB', aim: { atMost: 350 } },
        { what: 'peak memory, CSV', value: csv.peakMiB, unit: 'MiB' },
        { what: 'workbook with password', value: locked.seconds, unit: 's' },
        { what: 'peak memory, workbook with password', value: locked.peakMiB, unit: 'MiB' },
        { what: 'size of the workbook', value: xlsx.bytes / 2 ** 20, unit: 'MiB' },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
