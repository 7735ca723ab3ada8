import { join } from 'node:path';
import { withDiskWords } from '../../ports/disk-words';
import { dayOfId, misused } from '../../ports/document-query';
import type { StoreTrouble } from '../../ports/document-store';
import type { CollectionSpec } from './collection-spec';
import { countedSeconds } from './counted-seconds';
import { explain, type FileLimits, type NoticeDamage, openFile } from './database-file';
import { makeFolder, openDayFiles } from './day-files';
import { isBusy } from './driver';
import type { GroupHooks } from './group-commit';
import { lacking } from './losses';
import { openMarkedFiles } from './marked-files';
import { openMarks } from './marks';

import { openTable, type Table } from './table';

/** Where the documents of each collection are. */
export interface StoreTables {
  /** Where a document of this id is or would be; undefined when its day holds nothing. */
  forReading(spec: CollectionSpec, id: string): Table | undefined;
  /** Where a document of this id is to be written. Throws StoreRefused when there is no room to make its table. */
  forWriting(spec: CollectionSpec, id: string): Table;
  /** The table of a day that exists. */
  ofDay(spec: CollectionSpec, day: string): Table | undefined;
  /** The table of a collection without partitions. */
  whole(spec: CollectionSpec): Table;
  days(spec: CollectionSpec): readonly string[];
  drop(spec: CollectionSpec, day: string): void;
  /** Files with a trouble, as far as it was met. */
  troubles(): readonly StoreTrouble[];
  /** Commits what waits and closes. Everything asked for afterwards throws. */
  close(): void;
}

/** {@link StoreTables} in a folder. Throws when another process has it open. */
export const openStoreTables = (folder: string, limits: FileLimits): StoreTables => {
  withDiskWords(folder, () => makeFolder(folder));
  const troubles = new Map<string, StoreTrouble>();
  const noticed: NoticeDamage = ({ part, message: reason }) => troubles.set(part, { part, is: 'damaged', reason });
  const mainPath = join(folder, 'main.sqlite');
  const count = countedSeconds();
  const main = openMain(mainPath, limits, noticed, count.hooks);
  // After the main file, whose lock keeps another process away.
  const marks = openMarks(folder);
  count.begin(main.database, marks);
  const files = openMarkedFiles(folder, marks, limits, noticed);
  const dayFiles = openDayFiles(join(folder, 'days'), files, noticed);
  const tables = new Map<string, Table>();
  let closed = false;

  const opening = <T>(open: () => T): T => {
    if (closed) throw new Error('the store is closed');
    try {
      return open();
    } catch (fault) {
      throw explain(fault, mainPath, noticed);
    }
  };

  const whole = (spec: CollectionSpec): Table => {
    const found = tables.get(spec.name);
    if (found && found.spec !== spec) return misused(`${spec.name} is declared twice`);
    const table = found ?? openTable(main, `c_${spec.name}`, spec);
    tables.set(spec.name, table);
    return table;
  };

  const forReading = (spec: CollectionSpec, id: string) =>
    spec.daily ? dayFiles.existing(spec, dayOfId(id)) : whole(spec);

  const forWriting = (spec: CollectionSpec, id: string) =>
    spec.daily ? dayFiles.forWriting(spec, dayOfId(id)) : whole(spec);

  return {
    forReading: (spec, id) => opening(() => forReading(spec, id)),
    forWriting: (spec, id) => opening(() => forWriting(spec, id)),
    ofDay: (spec, day) => opening(() => dayFiles.existing(spec, day)),
    whole: (spec) => opening(() => whole(spec)),
    days: (spec) => opening(() => dayFiles.list(spec)),
    drop: (spec, day) =>
      opening(() => {
        troubles.delete(dayFiles.drop(spec, day));
      }),
    troubles: () => [...troubles.values(), ...lacking(folder, marks)],
    close: () => {
      if (closed) return;
      closed = true;
      dayFiles.close();
      main.close();
      marks.close();
    },
  };
};

function openMain(path: string, limits: FileLimits, noticed: NoticeDamage, hooks: GroupHooks) {
  try {
    const main = openFile(path, limits, noticed, hooks);
    main.warm();
    return main;
  } catch (fault) {
    if (!isBusy(fault)) throw explain(fault, path, noticed);
    throw new Error(`另一个进程正在使用此存储 / Another process has this store open: ${path}`, { cause: fault });
  }
}
