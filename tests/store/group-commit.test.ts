import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { specOf } from '@tongcheng/cloudfunctions/adapters/sqlite/collection-spec';
import { openFile } from '@tongcheng/cloudfunctions/adapters/sqlite/database-file';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { openTable } from '@tongcheng/cloudfunctions/adapters/sqlite/table';
import { numbered, samples } from '../adapters/document-store/samples';
import { inFolder } from '../world/folders';

/** Commits that stand in a file's WAL by its format: a frame that ends a transaction names the size of the file after it. */
const commitsIn = (path: string): number => {
  const wal = readFileSync(`${path}-wal`);
  const salt = wal.subarray(16, 24);
  const frameBytes = 24 + wal.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frameBytes <= wal.length; at += frameBytes)
    if (wal.subarray(at + 8, at + 16).equals(salt) && wal.readUInt32BE(at + 4) !== 0) commits += 1;
  return commits;
};

test(
  'safety rule 4: writes at once share a commit, writes one after the other have each their own before they are told',
  inFolder(async (folder) => {
    const store = openSqliteStore({ folder });
    const file = join(folder, 'main.sqlite');
    await store.insert(samples, { _id: 'first' });
    const before = commitsIn(file);
    await Promise.all(numbered(200).map((document) => store.insert(samples, document)));
    const together = commitsIn(file) - before;
    expect(together).toBeGreaterThan(0);
    expect(together).toBeLessThanOrEqual(5);
    for (let at = 1; at <= 20; at += 1) {
      await store.insert(samples, { _id: `alone${at}` });
      expect(commitsIn(file)).toBe(before + together + at);
    }
    await store.close();
  }),
);

test(
  'safety rule 4: every commit is synced in full before it is told, in new files and in old ones',
  inFolder(async (folder) => {
    for (const _opening of ['new', 'old']) {
      const file = openFile(join(folder, 'main.sqlite'), {});
      openTable(file, 'c_samples', specOf(samples));
      const told = (name: string) => ({ ...Object(file.database.prepare(`PRAGMA ${name}`).get()) });
      expect([told('journal_mode'), told('synchronous')]).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }]);
      file.close();
    }
  }),
);
