import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf, openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';
import { deletionCertificates } from '@tongcheng/cloudfunctions/app/publications/certificates/deletion-certificate-record';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { addDays, type Day, dayStart, hourMs } from '@tongcheng/shared/time';
import { countingStore } from '../tests/world/counting-store';
import type { Measurement } from './measure';
import { option } from './options';
import { bundleProgram, defaultEnvironment } from './programs';
import { sampleScan } from './sample-scan';
import { settings } from './tracing-case/case-settings';

const day: Day = '2026-11-01';
const city = settings.city;

/**
 * The end of a day of so many million scans (`--scale 20`): its key destroyed, its certificate signed, its file gone, in one run of the timer. It was
 * counted the day before, so that nothing of it is read.
 */
export async function run(): Promise<Measurement> {
  const millions = Number(option('--scale') ?? '1');
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-forgetting-'));
  try {
    await oneScan(folder);
    fill(join(folder, 'data', 'store', 'days', 'scans', `${day}.sqlite`), millions * 1_000_000);
    const lastDay = addDays(day, settings.retentionDays);
    const counted = await swept(folder, lastDay);
    const ended = await swept(folder, addDays(lastDay, 1));
    const { counts, issued } = ended.certificate ?? {};
    if (counts?.scans !== millions * 1_000_000 || !issued)
      throw new Error(`no certificate of ${millions} million scans: ${JSON.stringify(ended.certificate)}`);
    return {
      name: `The end of a day of ${millions} million scans, embedded store`,
      figures: [
        { what: 'counted the day before', value: counted.seconds, unit: 's' },
        { what: 'key destroyed, certificate signed, file gone', value: ended.seconds, unit: 's', aim: { atMost: 1 } },
        { what: 'questions about scans then', value: ended.questions, unit: '', aim: { atMost: 0 } },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openAt(folder: string, now: number) {
  await bundleProgram('cloudfunctions/adapters/sqlite/thread/store-thread.ts');
  const thread = join(__dirname, 'cloudfunctions-adapters-sqlite-thread-store-thread.js');
  const environment = { ...defaultEnvironment(join(folder, 'data')), TONGCHENG_STORE_THREAD: thread };
  return makeContainer(readConfig(environment, servers), {
    clock: { now: () => now },
    log: { event: () => undefined },
  });
}

/** A city with a day of one scan, written by the product: its file and its key are there. */
async function oneScan(folder: string): Promise<void> {
  const { store, vault } = await openAt(folder, dayStart(day) + 12 * hourMs);
  await store.insert(cities, { _id: city, settings, changedAt: 0 });
  if (!(await vault.day(city, day))) throw new Error('the day has no key');
  await store.insert(scans, { ...sampleScan(0, 10, day), city });
  await store.close();
}

/** The same scan again and again under other ids: nobody opens one here, and whoever ends a day must not either. */
function fill(file: string, rows: number): void {
  const database = openDatabase(file);
  const columns = columnsOf(database, 'documents').filter((column) => column !== 'id');
  const named = columns.map((column) => `"${column}"`).join(', ');
  database.exec('PRAGMA synchronous = OFF');
  const step = 1_000_000;
  for (let from = 1; from < rows; from += step)
    database.exec(
      `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${Math.min(rows, from + step)})
       INSERT INTO documents (id, ${named}) SELECT '${day}.' || printf('%026d', i), ${named} FROM n, (SELECT * FROM documents LIMIT 1)`,
    );
  database.close();
}

/** One run of the timer in a process that has just started, with what it asked about scans. */
async function swept(folder: string, on: Day) {
  const needs = await openAt(folder, dayStart(on) + 4 * hourMs);
  try {
    const { store, calls } = countingStore(needs.store);
    const startedAt = performance.now();
    await sweep({ ...needs, store });
    const seconds = (performance.now() - startedAt) / 1_000;
    const { items } = await needs.store.find(deletionCertificates, { where: { city, day }, limit: 1 });
    const questions = calls.filter((call) => call.endsWith(` ${scans.name}`)).length;
    return { seconds, questions, certificate: items[0] };
  } finally {
    await needs.store.close();
  }
}
