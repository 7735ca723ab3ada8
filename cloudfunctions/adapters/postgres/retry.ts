import { setTimeout as sleep } from 'node:timers/promises';
import { StoreMisused, StoreRefused } from '../../ports/document-store';

/** Runs something until the server that is away is back or the retry budget is used up; `again` is true from the second try on. */
export type WithRetry = <T>(run: (again: boolean) => Promise<T>) => Promise<T>;

const firstPauseMs = 20;
const longestPauseMs = 500;

/**
 * Tries again as long as the server is away (restarting, failing over, out of connections) and `retryBudgetMs` is not over,
 * with growing pauses of random length so that hosts do not come back all at once. What the last try threw is thrown as the
 * port says it. `run` must bear being done twice: the first answer may only have been lost.
 */
export const makeRetry = (retryBudgetMs: number, isClosed: () => boolean): WithRetry => {
  return async (run) => {
    const until = performance.now() + retryBudgetMs;
    for (let attempts = 0; ; attempts += 1) {
      if (isClosed()) throw new Error('the store is closed');
      try {
        return await run(attempts > 0);
      } catch (fault) {
        const stale = isStalePlan(fault) && attempts < 3;
        if (!stale && !isAway(fault)) throw asPortFault(fault);
        const pause = stale ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** attempts) * (0.5 + Math.random());
        if (performance.now() + pause >= until) throw refused(fault);
        await sleep(pause);
      }
    }
  };
};

const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';

const messageOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'message' in fault ? String(fault.message) : '';

/** The network’s own words, and PostgreSQL’s classes: connection lost, shutting down, starting, too many connections, deadlock. */
const awayCodes =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08|57P0[1-5]|53300|40001|40P01|25006)/;
/** The driver’s words where it has no code. */
const awayWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout expired|timeout exceeded when trying to connect|Connection ended|server closed)/i;

/** The server or the way to it is away, or busy: the same may succeed on another connection in a moment. */
const isAway = (fault: unknown): boolean => awayCodes.test(codeOf(fault)) || awayWords.test(messageOf(fault));

/** The table is not there: its day was dropped by another host, or never made. */
export const isNoTable = (fault: unknown): boolean => codeOf(fault) === '42P01';

/** A cached plan is of a table that changed, or the statement is gone with its connection’s state: once more is enough. */
const isStalePlan = (fault: unknown): boolean => ['0A000', '26000'].includes(codeOf(fault));

/** The fault is of one document (too long for an index, not to be written): others of its group are not to blame. */
export const concernsOneWrite = (fault: unknown): boolean => /^(22|23|54)/.test(codeOf(fault));

/** Disk full, out of memory, read-only, a statement that took too long, an input or output error of the server. */
const refusedCodes = /^(53|57014|25006|58|XX00|55)/;

/** The promise of the port when something cannot be done now. */
const refused = (cause: unknown): StoreRefused =>
  new StoreRefused('存储暂时无法使用 / The store cannot be used now', { cause });

/** What PostgreSQL says as the port says it; every other fault as it is. */
const asPortFault = (fault: unknown): unknown => {
  if (fault instanceof StoreRefused || fault instanceof StoreMisused) return fault;
  if (isAway(fault) || refusedCodes.test(codeOf(fault))) return refused(fault);
  if (concernsOneWrite(fault)) return new StoreMisused(`PostgreSQL: ${messageOf(fault)}`, { cause: fault });
  return fault;
};
