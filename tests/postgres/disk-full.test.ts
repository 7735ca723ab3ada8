import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { daySamples, ofDay, samples } from '../adapters/document-store/samples';
import { startPostgres } from '../servers/postgres';
import { askDirectly } from './databases';

/** Chance, so that the server cannot press it together. */
const filling = () => Array.from({ length: 400 }, () => Math.random().toString(36).slice(2)).join('');

const canMount = () => {
  const point = mkdtempSync(join(tmpdir(), 'tongcheng-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', point], { stdio: 'ignore' });
    execFileSync('umount', [point]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(point);
  }
};

/** A server whose database `small` lies on a disk of its own; its log of writes does not. */
const onSmallDisk = async (body: (url: string, disk: string) => Promise<void>) => {
  const server = await startPostgres();
  const disk = mkdtempSync(join(tmpdir(), 'tongcheng-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m,mode=777', 'tmpfs', disk]);
  try {
    writeFileSync(join(disk, 'filler'), Buffer.alloc(12_000_000));
    execFileSync('install', ['-d', '-o', 'postgres', '-m', '700', join(disk, 'space')]);
    await askDirectly(server.url, `CREATE TABLESPACE small LOCATION '${join(disk, 'space')}'`);
    await askDirectly(server.url, 'CREATE DATABASE small TABLESPACE small');
    await body(server.url.replace(/postgres$/, 'small'), disk);
  } finally {
    await server.stop();
    execFileSync('umount', ['-l', disk]);
    rmdirSync(disk);
  }
};

/** Inserts in groups until the first refusal; what was acknowledged and what was refused. */
const fillUp = async (store: DocumentStore) => {
  const kept: string[] = [];
  for (let round = 0; round < 400; round += 1) {
    const ids = Array.from({ length: 40 }, (_, at) => `a${round}-${at}`);
    const answers = await Promise.allSettled(
      ids.map((_id) => store.insert(samples, { _id, text: _id, anything: filling() })),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    kept.push(...ids.filter((_id, at) => answers[at]?.status === 'fulfilled'));
    if (refused.length > 0)
      return { kept, refused: ids.filter((_id, at) => answers[at]?.status === 'rejected'), reasons: refused };
  }
  throw new Error('never full');
};

const mounting = canMount() ? test : test.skip;

mounting(
  'a really full disk refuses, loses nothing, and is written to again once there is space (skipped where mounting is not allowed)',
  () =>
    onSmallDisk(async (url, disk) => {
      const store = await openPostgresStore({ url });
      await store.insert(daySamples, ofDay('2026-11-20', 'x'));
      const { kept, refused, reasons } = await fillUp(store);
      for (const { reason } of reasons) expect(reason).toBeInstanceOf(StoreRefused);
      for (const id of refused) expect(await store.get(samples, id)).toBeUndefined();
      expect(await store.count(samples, { text: { gte: '' } })).toBe(kept.length);
      for (const id of kept.slice(-50)) expect(await store.get(samples, id)).toMatchObject({ text: id });
      // Not even a new day can be made; yesterday's is still read.
      const many = Array.from({ length: 300 }, (_, at) => ofDay('2026-11-21', `${at}`, { anything: filling() }));
      await expect(store.insertMany(daySamples, many)).rejects.toThrow(StoreRefused);
      expect(await store.count(daySamples, { day: { in: ['2026-11-20', '2026-11-21'] } })).toBe(1);
      rmSync(join(disk, 'filler'));
      expect(await store.insert(samples, { _id: refused[0] ?? '', text: 'again' })).toBe('inserted');
      expect(await store.insertMany(daySamples, many)).toEqual(many.map(() => 'inserted'));
      await store.close();
      const again = await openPostgresStore({ url });
      expect(await again.count(samples, {})).toBe(kept.length + 1);
      await again.close();
    }),
  60_000,
);
