import { StoreDamaged, StoreRefused } from '../../ports/document-store';
import { literal } from './collection-spec';

/** What SQLite is given and gives back. Null is never used: what is missing has a value of its own (rows.ts). */
export type Value = number | string | Uint8Array;

/** A prepared statement, as node:sqlite has it. */
export interface Statement {
  run(...values: Value[]): { readonly changes: number | bigint };
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
  iterate(...values: Value[]): Iterable<unknown>;
}

/** An open database, as node:sqlite has it: calls return when they are done. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  function(name: string, options: { readonly deterministic: boolean }, body: (...values: Value[]) => Value): void;
  close(): void;
}

interface Driver {
  readonly DatabaseSync: new (file: string) => Database;
}

/** Opens or creates a database file: by the runtime's own SQLite where it has one that knows functions (Node 22.13), else by the package's. */
export const openDatabase = (file: string): Database => new (driver().DatabaseSync)(file);

let chosen: Driver | undefined;

function driver(): Driver {
  chosen ??= builtIn() ?? packaged();
  return chosen;
}

function builtIn(): Driver | undefined {
  const module: unknown = process.getBuiltinModule?.('node:sqlite');
  return isDriver(module) ? module : undefined;
}

/** Asked for only when needed, so that where the runtime has SQLite the package need not be installed. */
function packaged(): Driver {
  return require('@photostructure/sqlite');
}

const isDriver = (module: unknown): module is Driver =>
  typeof module === 'object' &&
  module !== null &&
  'DatabaseSync' in module &&
  typeof module.DatabaseSync === 'function' &&
  'function' in module.DatabaseSync.prototype;

/** A number that SQLite keeps of a file. */
export const pragma = (database: Database, name: 'application_id' | 'user_version' | 'page_size'): number => {
  const row: unknown = database.prepare(`SELECT ${name} AS value FROM pragma_${name}`).get();
  if (typeof row !== 'object' || row === null || !('value' in row)) throw new Error(`no answer to pragma ${name}`);
  return Number(row.value);
};

/** All of `work` or nothing; what it throws is thrown again. */
export const transaction = (database: Database, work: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (fault) {
    rollBack(database);
    throw fault;
  }
};

/**
 * A {@link transaction} that prepares a file (layout, tables, columns) and is not waited for until it is on the disk: nobody was told of it, and the
 * next commit of documents syncs the write-ahead log with it. A power cut before leaves the file as it was, and it is prepared again.
 */
export const preparation = (database: Database, work: () => void): void => {
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    transaction(database, work);
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
};

/** Ends what was begun; SQLite has often done so by itself when it says that the disk is full. */
export const rollBack = (database: Database): void => {
  try {
    database.exec('ROLLBACK');
  } catch {
    return;
  }
};

const busy = 5;

/** Too big, a constraint, a mismatch, out of range: SQLite undid the one statement and the transaction goes on. */
const ofOneStatement: readonly number[] = [18, 19, 20, 25];

/** SQLite's primary result code, when the fault came from SQLite. Not by class: the driver may bring classes of its own. */
const sqliteCode = (fault: unknown): number | undefined => {
  if (typeof fault !== 'object' || fault === null) return undefined;
  if ('errcode' in fault && typeof fault.errcode === 'number') return fault.errcode & 0xff;
  return 'message' in fault ? saidOfDamage[String(fault.message)] : undefined;
};

/** The package's driver leaves the code away where rows come one by one. */
const saidOfDamage: Readonly<Record<string, number>> = {
  'database disk image is malformed': 11,
  'file is not a database': 26,
};

/** The fault concerns one write only. Every other one ends the group: SQLite may have rolled back already. */
export const concernsOneWrite = (fault: unknown): boolean => {
  const code = sqliteCode(fault);
  return code !== undefined && ofOneStatement.includes(code);
};

/** Another process holds the file. */
export const isBusy = (fault: unknown): boolean => sqliteCode(fault) === busy;

/** A malformed page, and a file that is no database. */
const ofDamage: readonly number[] = [11, 26];
/** An extended code: the file ends before it should. */
const shortRead = 522;

/** What is in the file is not what SQLite wrote: damaged, replaced or cut. */
export const isDamage = (fault: unknown): boolean => {
  const code = sqliteCode(fault);
  if (code === undefined) return false;
  return ofDamage.includes(code) || Reflect.get(Object(fault), 'errcode') === shortRead;
};

/** The promise of the port when a write into this file cannot be taken, with what SQLite says: the cause itself does not cross threads. */
export const refused = (cause: unknown, file: string): StoreRefused =>
  new StoreRefused(`存储暂时无法写入 / The store cannot take a write now: ${file}: ${reasonOf(cause)}`, { cause });

const damaged = (cause: unknown, file: string): StoreDamaged =>
  new StoreDamaged(file, `存储文件已损坏 / A file of the store is damaged: ${file}: ${reasonOf(cause)}`, { cause });

/** SQLite's words and number; they name tables and columns at most, no value. */
function reasonOf(cause: unknown): string {
  const said = typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : 'no reason';
  const code = sqliteCode(cause);
  if (code === undefined) return said;
  const known = words[code];
  const extended: unknown = Reflect.get(Object(cause), 'errcode');
  return `${known === undefined ? '' : `${known} `}(SQLite ${extended ?? code}: ${said})`;
}

/** What SQLite's codes mean for whoever looks after the machine. */
const words: Readonly<Record<number, string>> = {
  8: '磁盘或文件是只读的 the disk or the file is read-only',
  10: '磁盘读写出错 the disk fails',
  11: '内容已损坏 its content is malformed',
  13: '磁盘已满 the disk is full',
  14: '文件打不开 the file cannot be opened',
  26: '不是数据库文件 it is no database',
};

/** What SQLite says of a file (damaged, disk full, read-only, away) as the port says it; every other fault as it is. */
export function asPortFault(fault: unknown, file: string): unknown {
  if (sqliteCode(fault) === undefined) return fault;
  return isDamage(fault) ? damaged(fault, file) : refused(fault, file);
}

/** The names of all tables or indexes of a database but SQLite's own. */
export const namesIn = (database: Database, type: 'table' | 'index'): readonly string[] =>
  texts(
    database,
    `SELECT name AS text FROM sqlite_schema WHERE type = '${type}' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );

/** The names of a table's columns; none when there is no such table. */
export const columnsOf = (database: Database, table: string): readonly string[] =>
  texts(database, `SELECT name AS text FROM pragma_table_info(${literal(table)})`);

function texts(database: Database, sql: string): readonly string[] {
  return database
    .prepare(sql)
    .all()
    .map((row) => (typeof row === 'object' && row !== null && 'text' in row ? String(row.text) : ''));
}
