import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { percentile } from '../measure';
import { days } from './city-of-cases';

/** Not one of the project's packages: 70 MB that nothing but this comparison asks for. Brought into the bench's own folder, this very version. */
const wanted = '@duckdb/node-api@1.5.6-r.1';

interface Connection {
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}
interface DuckDb {
  readonly DuckDBInstance: { create(file: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }> };
}
const Count = z.coerce.number();

async function broughtDuckDb(folder: string): Promise<DuckDb> {
  const own = join(folder, 'duckdb-package');
  mkdirSync(own, { recursive: true });
  const words = ['install', '--prefix', own, '--no-audit', '--no-fund', '--ignore-scripts', '--no-save', wanted];
  if (!existsSync(join(own, 'node_modules', '@duckdb'))) await promisify(execFile)('npm', words);
  return createRequire(join(own, 'of-the-bench.js'))('@duckdb/node-api');
}

/** What the interval join alone takes DuckDB. */
export interface JoinFound {
  readonly firstMs: number;
  readonly medianMs: number;
  readonly rides: number;
  /** Matches of each rider, in the order given. */
  readonly matches: readonly number[];
}

/**
 * The interval join alone over the same rides, by DuckDB on all processors: no pseudonyms, no seals, no rides to be made of scans, no rules but that two
 * were in one place at one time (in a taxi, half an hour after too). Rides are there as columns, ordered by day; riders are whole numbers.
 */
export async function joinedByDuckDb(folder: string, riders: readonly number[]): Promise<JoinFound> {
  const { DuckDBInstance } = await broughtDuckDb(folder);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = `{'day':'VARCHAR','mode':'VARCHAR','place':'VARCHAR','rider':'INTEGER','since':'BIGINT','until':'BIGINT'}`;
  await connection.runAndReadAll(
    `CREATE TABLE rides AS SELECT * FROM read_csv('${join(folder, 'rides')}/*.csv', header = false, columns = ${columns}) ORDER BY day`,
  );
  const [[counted] = []] = (await connection.runAndReadAll('SELECT count(*) FROM rides')).getRows();
  const [took, matches]: [number[], number[]] = [[], []];
  for (const rider of riders) {
    const startedAt = performance.now();
    const found = await connection.runAndReadAll(
      `SELECT b.rider, b.day, b.mode, b.place, greatest(a.since, b.since), least(a.until, b.until)
       FROM rides a JOIN rides b ON a.day = b.day AND a.place = b.place AND b.rider <> a.rider
         AND b.since < a.until + CASE a.mode WHEN 'taxi' THEN 1800000 ELSE 0 END AND a.since < b.until
       WHERE a.rider = ${rider} AND a.day BETWEEN '${days[0]}' AND '${days.at(-1)}'`,
    );
    const rows = found.getRows();
    took.push(performance.now() - startedAt);
    matches.push(rows.length);
  }
  instance.closeSync();
  return {
    firstMs: took[0] ?? Number.NaN,
    medianMs: percentile(took.slice(1), 0.5),
    rides: Count.parse(String(counted)),
    matches,
  };
}
