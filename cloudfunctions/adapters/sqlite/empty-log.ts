import { type Database, refused } from './driver';

/** Turns of the loop that somebody who still reads is waited for. */
const maxTurns = 20;

/**
 * Moves the write-ahead log into the file and empties it, once for all who ask in one turn of the loop: a sweep of thousands of keys costs some tens of
 * checkpoints. What was deleted or replaced before the question is in neither file when it resolves, and nobody is told so before: while
 * a reader holds the log it is tried again, then refused with StoreRefused; who asks again empties it. What waits for its group is committed
 * first (`commit`): SQLite empties no log within a transaction.
 */
export const logEmptying = (database: Database, path: string, commit: () => void) => {
  let next: Promise<void> | undefined;
  return (): Promise<void> => {
    next ??= inTurns(path, () => {
      next = undefined;
      commit();
      return isEmptied(database);
    });
    return next;
  };
};

/** Empties the log now, as a store that starts does: one that was killed may have left keys in it. */
export const emptyLogNow = (database: Database, path: string): void => {
  if (!isEmptied(database)) throw stillRead(path);
};

function inTurns(path: string, attempt: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let turns = 0;
    const turn = () => {
      try {
        if (attempt()) return resolve();
        turns += 1;
        if (turns < maxTurns) return void setImmediate(turn);
        return reject(stillRead(path));
      } catch (fault) {
        return reject(refused(fault, path));
      }
    };
    setImmediate(turn);
  });
}

const stillRead = (path: string) => refused(new Error('the write-ahead log is in use'), path);

function isEmptied(database: Database): boolean {
  const row: unknown = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  return typeof row === 'object' && row !== null && 'busy' in row && Number(row.busy) === 0;
}
