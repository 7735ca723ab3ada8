import type { Database } from './driver';

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
