import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskWords } from '../../ports/disk-words';
import type { CollectionSpec } from './collection-spec';
import { type DatabaseFile, explain, type NoticeDamage } from './database-file';
import { refused } from './driver';
import type { MarkedFiles } from './marked-files';
import { restrictTo } from './restrict';
import { openTable, type Table } from './table';

/** The days of partitioned collections: one file each, `days/<collection>/<day>.sqlite`. */
export interface DayFiles {
  /** The day's table; undefined when there is no such day. */
  existing(spec: CollectionSpec, day: string): Table | undefined;
  /** The day's table, made when it is the first document of the day, and kept ready for more. */
  forWriting(spec: CollectionSpec, day: string): Table;
  /** Days that have a file, oldest first. */
  list(spec: CollectionSpec): readonly string[];
  /** Removes a day's file, damaged or not; gives its path. */
  drop(spec: CollectionSpec, day: string): string;
  close(): void;
}

/** Files open in all, and warm files of each collection: today's and yesterday's, written in turn with those of other collections. */
const max = { open: 40, warm: 2 };

/** {@link DayFiles} in a folder. */
export const openDayFiles = (root: string, files: MarkedFiles, noticed: NoticeDamage): DayFiles => {
  const open = new Map<string, Table>();
  const known = new Map<string, Set<string>>();
  const warmOf = new Map<string, readonly DatabaseFile[]>();
  const folderOf = (spec: CollectionSpec) => `${root}/${spec.name}`;
  const pathOf = (spec: CollectionSpec, day: string) => `${root}/${spec.name}/${day}.sqlite`;

  const daysOf = (spec: CollectionSpec): Set<string> => {
    const found = known.get(spec.name) ?? new Set(databasesIn(folderOf(spec)));
    known.set(spec.name, found);
    return found;
  };

  const shut = (path: string) => {
    const table = open.get(path);
    open.delete(path);
    for (const [name, files] of warmOf)
      warmOf.set(
        name,
        files.filter((file) => file !== table?.file),
      );
    table?.file.close();
  };

  const opened = (spec: CollectionSpec, day: string): Table => {
    const path = pathOf(spec, day);
    const found = open.get(path);
    open.delete(path);
    const [oldest] = open.keys();
    if (!found && oldest !== undefined && open.size >= max.open) shut(oldest);
    const table = found ?? openDay(path, spec, files, noticed);
    open.set(path, table);
    return table;
  };

  const keepWarm = ({ name }: CollectionSpec, { file }: Table) => {
    const warm = warmOf.get(name) ?? [];
    if (warm.includes(file)) return;
    for (const old of warm.slice(max.warm - 1)) old.cool();
    warmOf.set(name, [file, ...warm.slice(0, max.warm - 1)]);
    file.warm();
  };

  return {
    existing: (spec, day) => (daysOf(spec).has(day) ? opened(spec, day) : undefined),
    forWriting: (spec, day) => {
      if (!daysOf(spec).has(day)) makeRoom(folderOf(spec));
      const table = opened(spec, day);
      if (!daysOf(spec).has(day)) syncFolder(folderOf(spec));
      daysOf(spec).add(day);
      keepWarm(spec, table);
      return table;
    },
    list: (spec) => [...daysOf(spec)].sort(),
    drop: (spec, day) => {
      const path = pathOf(spec, day);
      if (!daysOf(spec).has(day)) return path;
      shut(path);
      files.forget(path);
      removeDatabase(path);
      daysOf(spec).delete(day);
      return path;
    },
    close: () => {
      for (const path of [...open.keys()]) shut(path);
      files.close();
    },
  };
};

function openDay(path: string, spec: CollectionSpec, files: MarkedFiles, noticed: NoticeDamage): Table {
  try {
    return tableIn(files.open(path), spec);
  } catch (fault) {
    throw explain(fault, path, noticed);
  }
}

function tableIn(file: DatabaseFile, spec: CollectionSpec): Table {
  try {
    return openTable(file, 'documents', spec);
  } catch (fault) {
    file.close();
    throw fault;
  }
}

/** A folder that cannot be made is a write that cannot be taken. */
function makeRoom(path: string): void {
  try {
    makeFolder(path);
  } catch (fault) {
    throw diskWords(fault) === undefined ? fault : refused(fault, path);
  }
}

/** Makes a folder, for its owner only, that survives a power cut: its entry in the folder above is on the disk. */
export const makeFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  restrictTo(path, 0o700);
  syncFolder(path);
  syncFolder(dirname(path));
};

/** The entries of a folder are on the disk when this returns. */
const syncFolder = (path: string): void => {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/** Removes a closed database for good. */
const removeDatabase = (path: string): void => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
  syncFolder(dirname(path));
};

/** Names of the databases in a folder without their ending; none when there is no folder. */
const databasesIn = (path: string): readonly string[] => {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => name.slice(0, -'.sqlite'.length));
  } catch {
    return [];
  }
};
