import { StoreRefused } from '../../ports/document-store';
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
const sqliteCode = (fault: unknown): number | undefined =>
  typeof fault === 'object' && fault !== null && 'errcode' in fault && typeof fault.errcode === 'number'
    ? fault.errcode & 0xff
    : undefined;

/** The fault concerns one write only. Every other one ends the group: SQLite may have rolled back already. */
export const concernsOneWrite = (fault: unknown): boolean => {
  const code = sqliteCode(fault);
  return code !== undefined && ofOneStatement.includes(code);
};

/** Another process holds the file. */
export const isBusy = (fault: unknown): boolean => sqliteCode(fault) === busy;

/** The promise of the port when a write cannot be taken. */
export const refused = (cause: unknown): StoreRefused =>
  new StoreRefused('存储暂时无法写入 / The store cannot take a write now', { cause });

/** What SQLite says (disk full, read-only, away) as the port says it; every other fault as it is. */
export const asPortFault = (fault: unknown): unknown => (sqliteCode(fault) === undefined ? fault : refused(fault));

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
