import { join } from 'node:path';
import { columnsOf, namesIn, openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';

import { collection, type Index, StoreMisused } from '@tongcheng/cloudfunctions/ports/document-store';
import { type DaySample, ofDay, type Sample } from '../adapters/document-store/samples';
import { inFolder } from '../world/folders';

const declared = (indexes: readonly Index<Sample>[]) =>
  collection<Sample>()({
    name: 'samples',
    keep: { until: 'never', because: 'a sample of the tests' },
    belongs: { to: 'nobody' },
    indexes,
  });
const daily = (indexes: readonly Index<DaySample>[]) =>
  collection<DaySample>()({
    name: 'ofDays',
    keep: { until: 'never', because: 'a sample of the tests' },
    belongs: { to: 'nobody' },
    partition: 'day',
    indexes,
  });

const schemaOf = (path: string, table: string) => {
  const database = openDatabase(path);
  const found = { columns: columnsOf(database, table), indexes: [...namesIn(database, 'index')].sort() };
  database.close();
  return found;
};

test(
  'indexes that a version adds are made and filled, those it drops are gone, and every answer stays the same',
  inFolder(async (folder) => {
    const before = [declared([['text', 'number'], ['flag']]), daily([['text']])] as const;
    const after = [declared([['text', 'number'], ['loose', '_id'], ['mixed']]), daily([['loose', 'number']])] as const;
    const first = openSqliteStore({ folder });
    for (let at = 0; at < 60; at += 1) {
      const more = { text: `t${at % 2}`, number: at, flag: at % 2 === 0, loose: at % 3 === 0 ? at / 7 : `x${at % 5}` };
      await first.insert(before[0], { _id: `a${at}`, ...more });
      await first.insert(before[1], ofDay('2026-11-21', `a${at}`, more));
    }
    await first.close();
    const second = openSqliteStore({ folder });
    expect(await second.count(after[0], { loose: 'x1' })).toBe(8);
    expect(await second.count(after[0], { loose: 3 / 7 })).toBe(1);
    expect(await second.count(after[0], { flag: true })).toBe(30);
    expect(await second.count(after[1], { day: '2026-11-21', loose: { gte: 9 / 7, lt: 3 } })).toBe(4);
    expect(await second.insert(after[1], ofDay('2026-11-21', 'b', { loose: 2 }))).toBe('inserted');
    expect(await second.count(after[1], { day: '2026-11-21', loose: { gte: 9 / 7, lt: 3 } })).toBe(5);
    await second.close();
    expect(schemaOf(join(folder, 'main.sqlite'), 'c_samples')).toEqual({
      columns: ['id', 'v', 'body', 'f_text', 'f_number', 'f_loose', 'f_mixed'],
      indexes: ['c_samples:_id', 'c_samples:loose+_id', 'c_samples:mixed', 'c_samples:text+number'],
    });
    expect(schemaOf(join(folder, 'days/ofDays/2026-11-21.sqlite'), 'documents')).toEqual({
      columns: ['id', 'v', 'body', 'f_loose', 'f_number'],
      indexes: ['documents:_id', 'documents:loose+number'],
    });
  }),
);

test(
  'one folder has one owner, one name one declaration, and a closed store says so',
  inFolder(async (folder) => {
    const store = openSqliteStore({ folder });
    expect(() => openSqliteStore({ folder })).toThrow(/另一个进程.*Another process/);
    await store.insert(declared([]), { _id: 'a' });
    await expect(store.get(declared([['text']]), 'a')).rejects.toThrow(StoreMisused);
    await store.close();
    await store.close();
    await expect(store.insert(declared([]), { _id: 'b' })).rejects.toThrow('closed');
  }),
);
