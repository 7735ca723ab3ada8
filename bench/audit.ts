import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { auditKey } from '@tongcheng/cloudfunctions/app/audit/chain';
import { checkAccessLog } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { recordAccess } from '@tongcheng/cloudfunctions/app/audit/record-access';
import { bareChain, writeLog } from './audit/written-log';
import type { Figure, Measurement } from './measure';

const entries = 200_000;
const atOnce = 512;
const master = new Uint8Array(createHash('sha256').update('bench').digest());

/** The access log: how fast it is followed and the first bad entry named, and how fast it is written under group commit (issue of tracing). */
export async function run(): Promise<Measurement> {
  const figures = [
    ...(await followed('each alone in its link', 1)),
    ...(await followed('twenty to a link', 20)),
    ...(await appended()),
  ];
  return { name: `Access log of ${entries.toLocaleString('en-US')} entries, embedded store`, figures };
}

/** An installation that has nothing but its log. */
function openLog() {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-audit-'));
  const store = openSqliteStore({ folder });
  const clock = { now: () => Date.now() };
  const needs = {
    ...{ store, clock, keys: keyFileService(master) },
    objects: openDiskObjects({ folder: join(folder, 'objects'), key: master, publicUrl: 'http://127.0.0.1', clock }),
  };
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { needs, close };
}

/** CPU seconds of this process and of all its threads. */
async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1e6;
}

async function followed(how: string, perLink: number): Promise<readonly Figure[]> {
  const { needs, close } = openLog();
  try {
    const links = await writeLog(needs, { entries, perLink, writer: 1 });
    const rates: number[] = [];
    const floors: number[] = [];
    const lines: string[] = [];
    for await (const batch of needs.store.stream(accessLog, { where: {} }))
      for (const { _v, hash, ...link } of batch) lines.push(JSON.stringify(link));
    const key = await auditKey(needs);
    for (let turn = 0; turn < 3; turn += 1) {
      floors.push(bareChain(key, lines, entries));
      rates.push(
        entries /
          (await cpuSeconds(async () => {
            const check = await checkAccessLog(needs);
            if (!check.whole || check.entries !== entries) throw new Error(`not whole: ${JSON.stringify(check)}`);
          })),
      );
    }
    const [rate, floor] = [Math.max(...rates), Math.max(...floors)];
    await breakLast(needs, links);
    return [
      { what: `followed, ${how}: entries a second and core`, value: rate, unit: '/s', aim: { atLeast: 100_000 } },
      { what: `a bare keyed chain over the same bytes, ${how}`, value: floor, unit: '/s' },
      { what: `followed by bare, ${how}`, value: rate / floor, unit: '' },
    ];
  } finally {
    await close();
  }
}

/** Changes one value of the last link but one; it, and no other, must be named. */
async function breakLast(needs: ReturnType<typeof openLog>['needs'], links: number): Promise<void> {
  const order = { by: '_id', direction: 'desc' } as const;
  const { items } = await needs.store.find(accessLog, { where: {}, order, limit: 2 });
  const last = items.at(-1);
  if (!last) throw new Error(`a log of ${links} links is empty`);
  const { _v, ...link } = last;
  await needs.store.update(accessLog, { ...link, at: link.at + 1 }, _v);
  const check = await checkAccessLog(needs);
  if (check.whole || check.firstBad !== link._id)
    throw new Error(`${link._id} was not named: ${JSON.stringify(check)}`);
}

/** As many officials as wait at once, each for its own entry. */
async function appended(): Promise<readonly Figure[]> {
  const { needs, close } = openLog();
  try {
    let [left, startedAt] = [60_000, performance.now()];
    const all = left;
    const official = async (number: number) => {
      while (left > 0) {
        left -= 1;
        const what = `case-${number}-${left}`;
        await recordAccess(needs, {
          ...{ purpose: 'tracing', who: `official-${number}`, city: '420100', what, counts: { riders: 1 } },
        });
      }
    };
    startedAt = performance.now();
    await Promise.all(Array.from({ length: atOnce }, (_, number) => official(number)));
    const perSecond = all / ((performance.now() - startedAt) / 1_000);
    const alone = await oneByOne(needs, 1_000);
    return [
      { what: `appended, ${atOnce} at once, each durable before it answers`, value: perSecond, unit: '/s' },
      { what: 'appended, one after the other', value: alone, unit: '/s' },
    ];
  } finally {
    await close();
  }
}

async function oneByOne(needs: ReturnType<typeof openLog>['needs'], count: number): Promise<number> {
  const startedAt = performance.now();
  for (let number = 0; number < count; number += 1)
    await recordAccess(needs, { purpose: 'tracing', who: 'one', city: '420100', what: `alone-${number}`, counts: {} });
  return count / ((performance.now() - startedAt) / 1_000);
}
