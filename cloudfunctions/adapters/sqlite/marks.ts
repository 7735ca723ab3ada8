import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseFile, openFile } from './database-file';

/** How far a file of the store had come, all of it durable, when it was last looked at. Kept outside of that file. */
export interface Mark {
  /** Of a day: documents written. Of what holds no days: seconds in which something was written. */
  readonly count: number;
  /** The id of the last document of a day. */
  readonly lastId: string;
  /** The size of the file once its write-ahead log was moved into it; 0 while it is written to. */
  readonly bytes: number;
  /** What a start found gone, until the right file is back or the day is forgotten. */
  readonly lost: number;
  /** The id of the last document of a day that is gone: a file that holds it is the right one. */
  readonly missed: string;
}

/** Marks by file, named from the folder of the store. They never fail: without one nothing is noticed, and scans go on. */
export interface Marks {
  readonly all: ReadonlyMap<string, Mark>;
  set(file: string, mark: Mark): void;
  /** On the disk when this returns: what is removed next is not missed. */
  forget(file: string): void;
  close(): void;
}

const nameOfFile = 'marks.sqlite';

/** {@link Marks} in the store's folder, `marks.sqlite`. One that cannot be read is begun anew. */
export function openMarks(folder: string): Marks {
  const path = join(folder, nameOfFile);
  const file = opened(path) ?? openedAnew(path);
  const all = new Map<string, Mark>();
  if (!file)
    return {
      all,
      set: (name, mark) => void all.set(name, mark),
      forget: (name) => void all.delete(name),
      close: () => undefined,
    };
  for (const row of file.statement('SELECT * FROM marks').all()) all.set(...markOf(row));
  return {
    all,
    set: (name, mark) => {
      all.set(name, mark);
      const { count, lastId, bytes, lost, missed } = mark;
      attempted(() => file.statement(upsert).run(name, count, lastId, bytes, lost, missed));
    },
    forget: (name) => {
      if (!all.delete(name)) return;
      attempted(() => {
        file.database.exec('PRAGMA synchronous = FULL');
        file.statement('DELETE FROM marks WHERE file = ?').run(name);
      });
      attempted(() => file.database.exec('PRAGMA synchronous = NORMAL'));
    },
    close: () => file.close(),
  };
}

const upsert = 'INSERT OR REPLACE INTO marks (file, count, last, bytes, lost, missed) VALUES (?, ?, ?, ?, ?, ?)';

/** Not synced each time: a mark that a power cut took is older, never ahead of what it is of. */
const made = `
  PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 500;
  CREATE TABLE IF NOT EXISTS marks (file TEXT PRIMARY KEY, count INTEGER NOT NULL, last TEXT NOT NULL, bytes INTEGER NOT NULL, lost INTEGER NOT NULL, missed TEXT NOT NULL)`;

function opened(path: string): DatabaseFile | undefined {
  return attempted(() => {
    const file = openFile(path, {});
    try {
      file.database.exec(made);
      file.statement('SELECT count(*) FROM marks WHERE lost > 0').get();
      return file;
    } catch (fault) {
      file.close();
      throw fault;
    }
  });
}

function openedAnew(path: string): DatabaseFile | undefined {
  attempted(() => {
    for (const ending of ['', '-wal', '-journal']) rmSync(path + ending, { force: true });
  });
  return opened(path);
}

/** A full or read-only disk is said by whoever writes a document. */
function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function markOf(row: unknown): readonly [string, Mark] {
  const field = (name: string): unknown => Reflect.get(Object(row), name);
  const [count, bytes, lost] = [Number(field('count')), Number(field('bytes')), Number(field('lost'))];
  return [
    String(field('file')),
    { count, lastId: String(field('last')), bytes, lost, missed: String(field('missed')) },
  ];
}
