import { StoreRefused } from '../../ports/document-store';

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
