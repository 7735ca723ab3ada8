/** What SQLite is given and gives back. Null is never used: what is missing has a value of its own (column-value.ts). */
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
