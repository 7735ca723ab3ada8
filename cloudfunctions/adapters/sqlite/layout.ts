import type { Database } from './driver';
import { pragma } from './pragma';
import { transaction } from './transaction';

/** One step from a layout to the next. Runs in a transaction: interrupted, it never happened. */
export type LayoutStep = (database: Database) => void;

/** Marks a file as ours ("Tcng"). */
const applicationId = 0x54636e67;

/** Throws, having changed nothing, when the file is another program's or of a layout that this version does not know. */
export const refuseUnknown = (database: Database, file: string, steps: readonly LayoutStep[]): void => {
  if (isEmpty(database)) return;
  if (pragma(database, 'application_id') !== applicationId) {
    throw new Error(`此文件不是同乘的存储文件 / This file is not a store of Tongcheng: ${file}`);
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
  transaction(database, () => {
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
