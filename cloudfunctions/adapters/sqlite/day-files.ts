import { type DatabaseFile, type FileLimits, openFile } from './database-file';
import { databasesIn, makeFolder, removeDatabase, syncFolder } from './folder';
import type { Shape } from './shape';
import { openTable, type Table } from './table';

/** The days of partitioned collections: one file each, `days/<collection>/<day>.sqlite`. */
export interface DayFiles {
  /** The day's table; undefined when there is no such day. */
  existing(shape: Shape, day: string): Table | undefined;
  /** The day's table, made when it is the first document of the day, and kept ready for more. */
  forWriting(shape: Shape, day: string): Table;
  /** Days that have a file, oldest first. */
  list(shape: Shape): readonly string[];
  /** Removes a day's file. */
  drop(shape: Shape, day: string): void;
  close(): void;
}

/** Files open in all, and warm files of each collection: today's and yesterday's, written in turn with those of other collections. */
const atMost = { open: 40, warm: 2 };

/** {@link DayFiles} in a folder. */
export const openDayFiles = (root: string, limits: FileLimits): DayFiles => {
  const open = new Map<string, Table>();
  const known = new Map<string, Set<string>>();
  const warmOf = new Map<string, readonly DatabaseFile[]>();
  const folderOf = (shape: Shape) => `${root}/${shape.name}`;
  const pathOf = (shape: Shape, day: string) => `${root}/${shape.name}/${day}.sqlite`;

  const daysOf = (shape: Shape): Set<string> => {
    const found = known.get(shape.name) ?? new Set(databasesIn(folderOf(shape)));
    known.set(shape.name, found);
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

  const opened = (shape: Shape, day: string): Table => {
    const path = pathOf(shape, day);
    const found = open.get(path);
    open.delete(path);
    const [oldest] = open.keys();
    if (!found && oldest !== undefined && open.size >= atMost.open) shut(oldest);
    const table = found ?? openDay(path, shape, limits);
    open.set(path, table);
    return table;
  };

  const heat = ({ name }: Shape, { file }: Table) => {
    const warm = warmOf.get(name) ?? [];
    if (warm.includes(file)) return;
    for (const old of warm.slice(atMost.warm - 1)) old.cool();
    warmOf.set(name, [file, ...warm.slice(0, atMost.warm - 1)]);
    file.warm();
  };

  return {
    existing: (shape, day) => (daysOf(shape).has(day) ? opened(shape, day) : undefined),
    forWriting: (shape, day) => {
      if (!daysOf(shape).has(day)) makeFolder(folderOf(shape));
      const table = opened(shape, day);
      if (!daysOf(shape).has(day)) syncFolder(folderOf(shape));
      daysOf(shape).add(day);
      heat(shape, table);
      return table;
    },
    list: (shape) => [...daysOf(shape)].sort(),
    drop: (shape, day) => {
      if (!daysOf(shape).has(day)) return;
      shut(pathOf(shape, day));
      removeDatabase(pathOf(shape, day));
      daysOf(shape).delete(day);
    },
    close: () => {
      for (const path of [...open.keys()]) shut(path);
    },
  };
};

function openDay(path: string, shape: Shape, limits: FileLimits): Table {
  const file = openFile(path, limits);
  try {
    return openTable(file, 'documents', shape);
  } catch (fault) {
    file.close();
    throw fault;
  }
}
