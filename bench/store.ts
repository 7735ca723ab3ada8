import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { type ScanRecord, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { Figure, Measurement } from './measure';
import { sampleScan } from './sample-scan';

const groupOf = 64;
const sections = 10;

/** The day that grows, and one that has just begun while the other ends. */
const days = { grown: '2026-11-21', fresh: '2026-11-22' };

/** What a stretch of a day took. */
interface Stretch {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  /** The longest that a group of 64 took: the store stands still while the file takes over what its journal holds. */
  readonly longestMs: number;
}

/**
 * The embedded store while a day grows to `rows` scans, written in groups of 64: is it as fast in the end as at first?
 * The last tenth is written in turns with the first tenth of another day, so that both meet the same disk: the rate of a
 * shared one varies by a half within minutes.
 */
export const run = async (rows = 2_000_000): Promise<Measurement> => {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-'));
  try {
    const store = openSqliteStore({ folder });
    const grown = Array.from({ length: sections }, (_, tenth) => stretchOf(store, days.grown, rows, tenth));
    const fresh = stretchOf(store, days.fresh, rows, 0);
    for (const each of grown.slice(0, -1)) while (await each.write());
    while (await grown.at(-1)?.write()) await fresh.write();
    const find = await findMicroseconds(store, rows);
    await store.close();
    const name = `embedded store, one day of ${rows} scans`;
    const growth = { grown: grown.map((each) => each.result()), fresh: fresh.result() };
    return { name, figures: figuresOf(growth, find, bytesIn(folder) / (rows * (1 + 1 / sections))) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A tenth of a day, written bit by bit. Only the store's time counts; the documents of a bit are made before its clock runs. */
function stretchOf(store: DocumentStore, day: string, rows: number, tenth: number) {
  const size = Math.floor(rows / sections);
  const spent = { ms: 0, cpu: 0, longest: 0 };
  let done = 0;
  return {
    /** Writes the next bit; false when nothing was left. */
    write: async (): Promise<boolean> => {
      const length = Math.min(groupOf * 100, size - done);
      const documents = Array.from({ length }, (_, at) => sampleScan(tenth * size + done + at, rows, day));
      const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
      spent.longest = Math.max(spent.longest, await insertAll(store, documents));
      const used = process.cpuUsage(cpu);
      spent.ms += performance.now() - startedAt;
      spent.cpu += used.user + used.system;
      done += length;
      return length > 0;
    },
    result: (): Stretch => ({
      perSecond: size / (spent.ms / 1_000),
      cpuMicroseconds: spent.cpu / size,
      longestMs: spent.longest,
    }),
  };
}

/** Writes them in groups; gives the milliseconds of the slowest. */
async function insertAll(store: DocumentStore, documents: readonly ScanRecord[]): Promise<number> {
  let longest = 0;
  for (let at = 0; at < documents.length; at += groupOf) {
    const startedAt = performance.now();
    await Promise.all(documents.slice(at, at + groupOf).map((document) => store.insert(scans, document)));
    longest = Math.max(longest, performance.now() - startedAt);
  }
  return longest;
}

/** What a repeated scan asks: the rider's scans of the day. */
async function findMicroseconds(store: DocumentStore, rows: number): Promise<number> {
  const repeated = Array.from({ length: 2_000 }, () => sampleScan(rows - 1, rows));
  const startedAt = performance.now();
  for (const { day, city, rider } of repeated) await store.find(scans, { where: { day, city, rider }, limit: 50 });
  return ((performance.now() - startedAt) * 1_000) / repeated.length;
}

interface Growth {
  readonly grown: readonly Stretch[];
  readonly fresh: Stretch;
}

const figuresOf = ({ grown, fresh }: Growth, find: number, bytes: number): readonly Figure[] => {
  const last = grown.at(-1) ?? { perSecond: 0, cpuMicroseconds: Number.NaN, longestMs: Number.NaN };
  const ratio = last.perSecond / fresh.perSecond;
  return [
    ...grown.map(({ perSecond }, at) => ({
      what: `inserts, tenth ${at + 1} of the day`,
      value: perSecond,
      unit: '/s',
    })),
    { what: 'inserts, first tenth of another day in turns with the last', value: fresh.perSecond, unit: '/s' },
    { what: 'CPU an insert, first tenth', value: fresh.cpuMicroseconds, unit: 'µs' },
    { what: 'CPU an insert, last tenth', value: last.cpuMicroseconds, unit: 'µs' },
    { what: 'longest group, first tenth', value: fresh.longestMs, unit: 'ms' },
    { what: 'longest group, last tenth', value: last.longestMs, unit: 'ms' },
    { what: 'rate at the end by rate at the beginning', value: ratio, unit: '', aim: { atLeast: 0.7 } },
    { what: 'find of a rider’s scans of the day, at the end', value: find, unit: 'µs' },
    { what: 'on the disk a scan', value: bytes, unit: 'B' },
  ];
};

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0);
