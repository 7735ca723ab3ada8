import type { Database } from './driver';

/** A number that SQLite keeps of a file. */
export const pragma = (database: Database, name: 'application_id' | 'user_version' | 'page_size'): number => {
  const row: unknown = database.prepare(`SELECT ${name} AS value FROM pragma_${name}`).get();
  if (typeof row !== 'object' || row === null || !('value' in row)) throw new Error(`no answer to pragma ${name}`);
  return Number(row.value);
};
