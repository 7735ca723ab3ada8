import { StoreRefused } from '../../ports/document-store';

const codes = { busy: 5, tooBig: 18, constraint: 19, mismatch: 20, range: 25 };
const ofOneStatement: readonly number[] = [codes.tooBig, codes.constraint, codes.mismatch, codes.range];

/** SQLite's primary result code, when the fault came from SQLite. */
const sqliteCode = (fault: unknown): number | undefined =>
  fault instanceof Error && 'errcode' in fault && typeof fault.errcode === 'number' ? fault.errcode & 0xff : undefined;

/** The fault concerns one write only; every other one (disk full, read-only, broken, no memory) ends the whole group. */
export const concernsOneWrite = (fault: unknown): boolean => {
  const code = sqliteCode(fault);
  return code === undefined || ofOneStatement.includes(code);
};

export const isBusy = (fault: unknown): boolean => sqliteCode(fault) === codes.busy;

/** The promise of the port when a write cannot be taken. */
export const refused = (cause: unknown): StoreRefused =>
  new StoreRefused('存储暂时无法写入 / The store cannot take a write now', { cause });
