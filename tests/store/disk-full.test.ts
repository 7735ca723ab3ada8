import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { daySamples, ofDay, samples } from '../adapters/document-store/samples';
import { inFolder } from '../world/folders';
import { canMount, onDiskOf } from '../world/small-disk';
import { writeLayoutOne } from './layout-one';

const filling = '满'.repeat(1_000);

/** Inserts in groups of 20 until the first refusal; what was acknowledged and what was refused. */
const fillUp = async (store: DocumentStore, prefix: string) => {
  const kept: string[] = [];
  for (let round = 0; round < 2_000; round += 1) {
    const ids = Array.from({ length: 20 }, (_, at) => `${prefix}${round}-${at}`);
    const answers = await Promise.allSettled(
      ids.map((_id) => store.insert(samples, { _id, text: _id, loose: filling })),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    if (refused.length === 0) kept.push(...ids);
    if (refused.length > 0) return { kept, ids, refused };
  }
  throw new Error('never full');
};

const expectAllOrNothing = async (store: DocumentStore, { kept, ids, refused }: Awaited<ReturnType<typeof fillUp>>) => {
  expect(refused).toHaveLength(20);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(StoreRefused);
  for (const id of ids) expect(await store.get(samples, id)).toBeUndefined();
  for (const id of kept) expect(await store.get(samples, id)).toMatchObject({ loose: filling });
  expect(await store.count(samples, { text: { gte: '' } })).toBe(kept.length);
};

test(
  'full, the group is refused, nothing of it is kept, and there is room again after deleting',
  inFolder(async (folder) => {
    const store = openSqliteStore({ folder, maxBytes: 1_000_000 });
    const full = await fillUp(store, 'a');
    await expectAllOrNothing(store, full);
    for (const id of full.kept) await store.delete(samples, id);
    expect(await store.insert(samples, { _id: 'after', loose: filling })).toBe('inserted');
    await store.close();
  }),
);

test(
  'the room of a file that an earlier version made with larger pages is the same number of bytes',
  inFolder(async (folder) => {
    writeLayoutOne(folder, [{ _id: 'first' }], {});
    const store = openSqliteStore({ folder, maxBytes: 1_000_000 });
    const full = await fillUp(store, 'a');
    expect(full.kept.length).toBeGreaterThan(0);
    await store.close();
    const { size } = statSync(join(folder, 'main.sqlite'));
    expect(size).toBeLessThanOrEqual(1_000_000 + 4_096);
    expect(size).toBeGreaterThan(500_000);
  }),
);

test(
  'full, closed, and opened with more room, nothing is missing and the refused write succeeds',
  inFolder(async (folder) => {
    const small = openSqliteStore({ folder, maxBytes: 1_000_000 });
    const full = await fillUp(small, 'a');
    await small.close();
    const store = openSqliteStore({ folder, maxBytes: 2_000_000 });
    await expectAllOrNothing(store, full);
    expect(await store.insert(samples, { _id: full.ids[0] ?? '' })).toBe('inserted');
    await store.close();
  }),
);

test(
  'a batch that does not fit is refused whole',
  inFolder(async (folder) => {
    const store = openSqliteStore({ folder, maxBytes: 1_000_000 });
    const batch = Array.from({ length: 900 }, (_, at) => ofDay('2026-11-21', `${at}`, { loose: filling }));
    await expect(store.insertMany(daySamples, batch)).rejects.toThrow(StoreRefused);
    expect(await store.days(daySamples)).toEqual([]);
    expect(await store.insertMany(daySamples, batch.slice(0, 9))).toHaveLength(9);
    await store.close();
  }),
);

const mounting = canMount() ? test : test.skip;

mounting(
  'a really full disk refuses, loses nothing, and is written to again once there is space (skipped where mounting is not allowed)',
  () =>
    onDiskOf('12m', async (disk) => {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(6_000_000));
      mkdirSync(join(disk, 'store'));
      const store = openSqliteStore({ folder: join(disk, 'store') });
      const full = await fillUp(store, 'a');
      await expectAllOrNothing(store, full);
      await expect(store.insert(daySamples, ofDay('2026-11-21', 'x', { loose: filling.repeat(500) }))).rejects.toThrow(
        StoreRefused,
      );
      rmSync(join(disk, 'filler'));
      expect(await store.insert(samples, { _id: full.ids[0] ?? '', loose: filling })).toBe('inserted');
      expect(await store.insert(daySamples, ofDay('2026-11-21', 'x', { loose: filling }))).toBe('inserted');
      await store.close();
      const again = openSqliteStore({ folder: join(disk, 'store') });
      expect(await again.count(samples, {})).toBe(full.kept.length + 1);
      await again.close();
    }),
);
