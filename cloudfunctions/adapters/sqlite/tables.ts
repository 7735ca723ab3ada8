import { join } from 'node:path';
import { dayOfId, misused } from '../../ports/document-query';
import type { CollectionSpec } from './collection-spec';
import { type FileLimits, openFile } from './database-file';

import { makeFolder, openDayFiles } from './day-files';
import { asPortFault, isBusy } from './driver';

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
  /** Commits what waits and closes. Everything asked for afterwards throws. */
  close(): void;
}

/** {@link StoreTables} in a folder. Throws when another process has it open. */
export const openStoreTables = (folder: string, limits: FileLimits): StoreTables => {
  makeFolder(folder);
  const main = openMain(join(folder, 'main.sqlite'), limits);
  const dayFiles = openDayFiles(join(folder, 'days'), limits);
  const tables = new Map<string, Table>();
  let closed = false;

  const opening = <T>(open: () => T): T => {
    if (closed) throw new Error('the store is closed');
    try {
      return open();
    } catch (fault) {
      throw asPortFault(fault);
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
    drop: (spec, day) => opening(() => dayFiles.drop(spec, day)),
    close: () => {
      if (closed) return;
      closed = true;
      dayFiles.close();
      main.close();
    },
  };
};

function openMain(path: string, limits: FileLimits) {
  try {
    const main = openFile(path, limits);
    main.warm();
    return main;
  } catch (fault) {
    if (!isBusy(fault)) throw fault;
    throw new Error(`另一个进程正在使用此存储 / Another process has this store open: ${path}`, { cause: fault });
  }
}
