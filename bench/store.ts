import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { type ScanRecord, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { Figure, Measurement } from './measure';
import { scanLike } from './scan-like';

const groupOf = 64;
const sections = 10;

interface Section {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
}

/** The embedded store while a day grows to `rows` scans, written in groups of 64: is it as fast in the end as at first? */
export const run = async (rows = 2_000_000): Promise<Measurement> => {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-'));
  try {
    const store = openSqliteStore({ folder });
    const measured: Section[] = [];
    for (let at = 0; at < sections; at += 1) measured.push(await fill(store, rows, at));
    const find = await findMicroseconds(store, rows);
    await store.close();
    return {
      name: `embedded store, one day of ${rows} scans`,
      figures: figuresOf(measured, find, bytesIn(folder) / rows),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Only the store's time counts; the documents of each second or so are made before the clock runs. */
async function fill(store: DocumentStore, rows: number, section: number): Promise<Section> {
  const size = Math.floor(rows / sections);
  const spent = { ms: 0, cpu: 0 };
  for (let done = 0; done < size; done += groupOf * 100) {
    const from = section * size + done;
    const documents = Array.from({ length: Math.min(groupOf * 100, size - done) }, (_, at) =>
      scanLike(from + at, rows),
    );
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
    await insertAll(store, documents);
    const used = process.cpuUsage(cpu);
    spent.ms += performance.now() - startedAt;
    spent.cpu += used.user + used.system;
  }
  return { perSecond: size / (spent.ms / 1_000), cpuMicroseconds: spent.cpu / size };
}

async function insertAll(store: DocumentStore, documents: readonly ScanRecord[]): Promise<void> {
  for (let at = 0; at < documents.length; at += groupOf) {
    await Promise.all(documents.slice(at, at + groupOf).map((document) => store.insert(scans, document)));
  }
}

/** What a repeated scan asks: the rider's scans of the day. */
async function findMicroseconds(store: DocumentStore, rows: number): Promise<number> {
  const asked = Array.from({ length: 2_000 }, () => scanLike(rows - 1, rows));
  const startedAt = performance.now();
  for (const { day, city, rider } of asked) await store.find(scans, { where: { day, city, rider }, limit: 50 });
  return ((performance.now() - startedAt) * 1_000) / asked.length;
}

const figuresOf = (measured: readonly Section[], find: number, bytes: number): readonly Figure[] => {
  const [first, last] = [measured.at(0), measured.at(-1)];
  const ratio = (last?.perSecond ?? 0) / (first?.perSecond ?? Number.NaN);
  return [
    ...measured.map(({ perSecond }, at) => ({
      what: `inserts, tenth ${at + 1} of the day`,
      value: perSecond,
      unit: '/s',
    })),
    { what: 'CPU an insert, first tenth', value: first?.cpuMicroseconds ?? Number.NaN, unit: 'µs' },
    { what: 'CPU an insert, last tenth', value: last?.cpuMicroseconds ?? Number.NaN, unit: 'µs' },
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
