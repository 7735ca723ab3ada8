import { StoreDamaged, StoreRefused } from '../../ports/document-store';
import { asPortFault, type Database, isDamage, openDatabase, pragma, refused, type Statement } from './driver';
import { emptyLogNow, logEmptying } from './empty-log';
import { type GroupHooks, openGroupCommit } from './group-commit';
import { bringUpToDate, layoutSteps, refuseUnknown } from './layout';
import { makePrivateFile } from './restrict';
import { columnValue } from './rows';

/** How a file of the store is opened. */
export interface FileLimits {
  /** The file never grows beyond; writes that would are refused. */
  readonly maxBytes?: number;
  /** It is a store of wrapped keys: what a killed program left in the write-ahead log leaves it before the store is used. */
  readonly holdsKeys?: boolean;
}

/** One open file: prepared statements kept, writes in groups. */
export interface DatabaseFile {
  readonly database: Database;
  readonly submit: <T>(weight: number, run: () => T) => Promise<T>;
  readonly flush: () => void;
  /** The statement of this text, prepared once. What SQLite says of a damaged file is thrown as the port says it. */
  statement(sql: string): Statement;
  /** A large page cache for a file that is being written, a small one for the rest. */
  warm(): void;
  cool(): void;
  /** To be called within a write that removes a document: its file is not marked until the next look at it. */
  readonly removing?: () => void;
  /** Resolves when what was deleted or replaced before is neither in the file nor in its write-ahead log ({@link logEmptying}). */
  emptyLog(): Promise<void>;
  /** Commits what waits and closes. */
  close(): void;
}

/** Of a new file. Indexes with random keys write a page a document: a smaller page is less to write (decision 001). */
const pageBytes = 2_048;
const walBytes = 64_000_000;
const cacheKiB = { warm: 262_144, cool: 8_192 };

/**
 * Opens or creates a file and brings its layout up to date. Only one process can have it open: the lock is the kernel's
 * and ends with the process, however it ends. A commit is on the disk when it returns (WAL, synchronous FULL). The WAL
 * may hold 64 MB, so that pages written again and again go to the file once; reading it back after a kill takes
 * some 100 ms.
 */
export const openFile = (
  path: string,
  { maxBytes, holdsKeys = false }: FileLimits,
  noticed: NoticeDamage = () => undefined,
  hooks: GroupHooks = {},
): DatabaseFile => {
  makePrivateFile(path);
  const database = openDatabase(path);
  attempt(database, () => refuseUnknown(database, path, layoutSteps), releaseLock);
  attempt(database, () => prepare(database, maxBytes), releaseFile);
  if (holdsKeys) attempt(database, () => emptyLogNow(database, path), releaseFile);
  return opened(database, path, (fault) => explain(fault, path, noticed), hooks);
};

/** Is told of each fault of a damaged file. */
export type NoticeDamage = (fault: StoreDamaged) => void;

/** A fault as the port says it; damage is noticed. */
export const explain = (fault: unknown, path: string, noticed: NoticeDamage): unknown => {
  const told = asPortFault(fault, path);
  if (told instanceof StoreDamaged) noticed(told);
  return told;
};

/** A file that could not be opened is closed, and its lock given back. */
function attempt(database: Database, work: () => void, release: (database: Database) => void): void {
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    work();
  } catch (fault) {
    release(database);
    database.close();
    throw fault;
  }
}

function prepare(database: Database, maxBytes: number | undefined): void {
  database.exec(`PRAGMA page_size = ${pageBytes}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`);
  database.exec(`PRAGMA wal_autocheckpoint = ${pagesOf(database, walBytes)}`);
  database.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${cacheKiB.cool}`);
  // What is deleted or replaced is overwritten: a destroyed key must not wait in free space.
  database.exec('PRAGMA secure_delete = ON');
  database.function('field', { deterministic: true }, fieldReader());
  bringUpToDate(database, layoutSteps);
  if (maxBytes !== undefined) database.exec(`PRAGMA max_page_count = ${pagesOf(database, maxBytes)}`);
}

/** As many pages of this file: one that an earlier version made keeps the size that it was made with. */
const pagesOf = (database: Database, bytes: number): number => Math.ceil(bytes / pragma(database, 'page_size'));

function opened(
  database: Database,
  path: string,
  explained: (fault: unknown) => unknown,
  hooks: GroupHooks,
): DatabaseFile {
  const refusal = (fault: unknown) => {
    const told = explained(fault);
    return told instanceof StoreRefused ? told : refused(fault, path);
  };
  const group = openGroupCommit(database, refusal, hooks);
  return {
    database,
    submit: group.submit,
    flush: group.flush,
    statement: keptStatements(database, (fault) => (isDamage(fault) ? explained(fault) : fault)),
    warm: () => database.exec(`PRAGMA cache_size = -${cacheKiB.warm}`),
    cool: () => {
      // It is another day that is written now, which must not fail when this one is damaged or the disk is full.
      tried(database, `PRAGMA cache_size = -${cacheKiB.cool}; PRAGMA shrink_memory; PRAGMA wal_checkpoint(TRUNCATE)`);
    },
    emptyLog: logEmptying(database, path, () => group.flush()),
    close: () => {
      group.flush();
      releaseFile(database);
      database.close();
    },
  };
}

/** `field(body, name)`: the value of a field that has no column. Several fields of one row parse it once. */
function fieldReader() {
  let text: unknown;
  let document: object = {};
  return (body: unknown, name: unknown) => {
    if (body !== text) {
      document = JSON.parse(String(body));
      text = body;
    }
    return columnValue(Reflect.get(document, String(name)));
  };
}

function keptStatements(database: Database, explained: (fault: unknown) => unknown) {
  const statements = new Map<string, Statement>();
  return (sql: string): Statement => {
    const found = statements.get(sql);
    if (found) return found;
    const statement = explaining(() => database.prepare(sql), explained);
    statements.set(sql, statement);
    return statement;
  };
}

/** A statement whose faults are explained. */
function explaining(prepare: () => Statement, explained: (fault: unknown) => unknown): Statement {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (fault) {
      throw explained(fault);
    }
  };
  const statement = told(prepare);
  return {
    run: (...values) => told(() => statement.run(...values)),
    get: (...values) => told(() => statement.get(...values)),
    all: (...values) => told(() => statement.all(...values)),
    *iterate(...values) {
      const rows = told(() => statement.iterate(...values))[Symbol.iterator]();
      let isOpen = true;
      const row = () => {
        const next = told(() => rows.next());
        isOpen = !next.done;
        return next;
      };
      try {
        for (let next = row(); !next.done; next = row()) yield next.value;
      } finally {
        // Whoever reads no further would else keep hold of the write-ahead log.
        if (isOpen) rows.return?.();
      }
    },
  };
}

/**
 * Gives back the lock and the memory now. The package's driver cannot end a prepared statement, and SQLite keeps a
 * closed file open until its last statement was collected as garbage. When it fails (disk full), nothing is lost: the
 * WAL holds every commit.
 */
function releaseFile(database: Database): void {
  tried(database, 'PRAGMA journal_mode = DELETE');
  releaseLock(database);
  tried(database, 'PRAGMA cache_size = 0; PRAGMA shrink_memory');
}

function releaseLock(database: Database): void {
  tried(database, 'PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema');
}

function tried(database: Database, sql: string): void {
  try {
    database.exec(sql);
  } catch {
    return;
  }
}
