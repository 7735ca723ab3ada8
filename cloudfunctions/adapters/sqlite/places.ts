import { join } from 'node:path';
import type { FileLimits } from './database-file';
import { openFile } from './database-file';
import { openDayFiles } from './day-files';
import { asPortFault, isBusy } from './fault';
import { makeFolder } from './folder';
import { misused } from './misuse';
import type { Shape } from './shape';
import { openTable, type Table } from './table';

/** Where the documents of each collection are. */
export interface Places {
  /** Where a document of this id is or would be; undefined when its day holds nothing. */
  holding(shape: Shape, id: string): Table | undefined;
  /** Where a document of this id is to be written. Throws StoreRefused when there is no room to make its place. */
  receiving(shape: Shape, id: string): Table;
  /** The table of a day that exists. */
  ofDay(shape: Shape, day: string): Table | undefined;
  /** The table of a collection without partitions. */
  whole(shape: Shape): Table;
  days(shape: Shape): readonly string[];
  drop(shape: Shape, day: string): void;
  /** Commits what waits and closes. Everything asked for afterwards throws. */
  close(): void;
}

/** {@link Places} in a folder. Throws when another process has it open. */
export const openPlaces = (folder: string, limits: FileLimits): Places => {
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

  const whole = (shape: Shape): Table => {
    const found = tables.get(shape.name);
    if (found && found.shape !== shape) return misused(`${shape.name} is declared twice`);
    const table = found ?? openTable(main, `c_${shape.name}`, shape);
    tables.set(shape.name, table);
    return table;
  };

  const holding = (shape: Shape, id: string) => (shape.daily ? dayFiles.existing(shape, dayOfId(id)) : whole(shape));

  const receiving = (shape: Shape, id: string) =>
    shape.daily ? dayFiles.forWriting(shape, dayOfId(id)) : whole(shape);

  return {
    holding: (shape, id) => opening(() => holding(shape, id)),
    receiving: (shape, id) => opening(() => receiving(shape, id)),
    ofDay: (shape, day) => opening(() => dayFiles.existing(shape, day)),
    whole: (shape) => opening(() => whole(shape)),
    days: (shape) => opening(() => dayFiles.list(shape)),
    drop: (shape, day) => opening(() => dayFiles.drop(shape, day)),
    close: () => {
      if (closed) return;
      closed = true;
      dayFiles.close();
      main.close();
    },
  };
};

/** The day an id of a partitioned collection begins with; empty when it is none. */
export const dayOfId = (id: string): string => (/^\d{4}-\d{2}-\d{2}\./.test(id) ? id.slice(0, 10) : '');

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
