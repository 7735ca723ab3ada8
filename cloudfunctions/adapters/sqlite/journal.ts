import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from './driver';
import { syncFolder } from './folder';
import { type Committed, type JournalFile, openJournalFile } from './journal-file';
import { readOps, type WriteOp, writeOps } from './write-op';

/** The journal of one of SQLite's files: which of its records are committed is said inside SQLite, in the same commit. */
export interface Journal extends Pick<JournalFile, 'syncNow' | 'takeBack' | 'restart' | 'shrink' | 'close'> {
  append(ops: readonly WriteOp[], done: (fault: unknown) => void): void;
  /** Writes made since SQLite's last commit, by group. */
  records(): readonly (readonly WriteOp[])[];
  /** To be called inside the transaction that is about to be committed. */
  committing(): void;
}

/** The table that says which epoch was committed; one row. */
const table = '"~journal"';

/** The journal beside a database file, made when it is first needed. */
export const openJournal = (database: Database, path: string): Journal => {
  database.exec(`CREATE TABLE IF NOT EXISTS ${table} (epoch INTEGER NOT NULL, records INTEGER NOT NULL)`);
  const isNew = !existsSync(path);
  const file = openJournalFile(path, committedIn(database));
  if (isNew) syncFolder(dirname(path));
  const clear = database.prepare(`DELETE FROM ${table}`);
  const say = database.prepare(`INSERT INTO ${table} VALUES (?, ?)`);
  return {
    ...file,
    append: (ops, done) => file.append(writeOps(ops), done),
    records: () => file.records().map(readOps),
    committing: () => {
      const { epoch, records } = file.committed();
      clear.run();
      say.run(epoch, records);
    },
  };
};

function committedIn(database: Database): Committed {
  const row: unknown = database.prepare(`SELECT epoch, records FROM ${table}`).get();
  const said = typeof row === 'object' && row !== null && 'epoch' in row && 'records' in row;
  return said ? { epoch: Number(row.epoch), records: Number(row.records) } : { epoch: 0, records: 0 };
}
