import { StoreDamaged } from '../../ports/document-store';
import { quoted } from './collection-spec';
import { type Database, namesIn, pragma, preparation, transaction } from './driver';

/** One step from a layout to the next. Runs in a transaction: interrupted, it never happened. */
export type LayoutStep = (database: Database) => void;

/** Marks a file as ours ("Tcng"). */
const applicationId = 0x54636e67;

/** Throws, having changed nothing, when the file is another program's or of a layout that this version does not know. */
export const refuseUnknown = (database: Database, file: string, steps: readonly LayoutStep[]): void => {
  if (isEmpty(database)) return;
  if (pragma(database, 'application_id') !== applicationId) {
    throw new StoreDamaged(file, `此文件不是同乘的存储文件 / This file is not a store of Tongcheng: ${file}`);
  }
  const found = pragma(database, 'user_version');
  if (found > newest(steps)) throw new Error(tooNew(file, found, newest(steps)));
};

/** Brings a known file to the newest layout, step by step; `steps[0]` leads from layout 1 to 2. A new file has it at once. */
export const bringUpToDate = (database: Database, steps: readonly LayoutStep[]): void => {
  if (isEmpty(database)) stamp(database, newest(steps));
  for (let layout = pragma(database, 'user_version'); layout < newest(steps); layout += 1) {
    advance(database, layout, steps[layout - 1]);
  }
};

const newest = (steps: readonly LayoutStep[]) => steps.length + 1;

function advance(database: Database, layout: number, step: LayoutStep | undefined): void {
  transaction(database, () => {
    step?.(database);
    database.exec(`PRAGMA user_version = ${layout + 1}`);
  });
}

function stamp(database: Database, layout: number): void {
  preparation(database, () => {
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layout}`);
  });
}

const tooNew = (file: string, found: number, newest: number) =>
  `存储文件的版式（${found}）比本程序认识的（${newest}）新，请使用更新的版本 / ` +
  `The store's layout (${found}) is newer than this version knows (${newest}); use a newer version: ${file}`;

const isEmpty = (database: Database) =>
  pragma(database, 'application_id') === 0 &&
  pragma(database, 'user_version') === 0 &&
  database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;

/**
 * Layout 1 kept `(id TEXT PRIMARY KEY, v, body)` with indexes over `json_extract(body, …)`. SQLite reads one in four
 * random fractions of JSON a last digit off, so layout 2 keeps columns filled by our own reading (rows.ts);
 * they and their indexes are made when the collection is first used (table.ts).
 */
const columnsInsteadOfExpressions: LayoutStep = (database) => {
  for (const table of namesIn(database, 'table')) rebuild(database, table);
};

/** In order: the first leads from layout 1 to layout 2. Append only. */
export const layoutSteps: readonly LayoutStep[] = [columnsInsteadOfExpressions];

function rebuild(database: Database, table: string): void {
  const old = quoted(table);
  const fresh = quoted(`${table}~2`);
  database.exec(`
    CREATE TABLE ${fresh} (id TEXT NOT NULL, v INTEGER NOT NULL, body TEXT NOT NULL);
    INSERT INTO ${fresh} SELECT id, v, body FROM ${old} ORDER BY id;
    DROP TABLE ${old};
    ALTER TABLE ${fresh} RENAME TO ${old};
    CREATE UNIQUE INDEX ${quoted(`${table}:_id`)} ON ${old} (id);`);
}
