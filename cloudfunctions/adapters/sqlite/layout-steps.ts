import type { Database } from './driver';
import type { LayoutStep } from './layout';
import { namesIn, quoted } from './sql-names';

/**
 * Layout 1 kept `(id TEXT PRIMARY KEY, v, body)` with indexes over `json_extract(body, …)`. SQLite reads one in four
 * random fractions of JSON a last digit off, so layout 2 keeps columns filled by our own reading (column-value.ts);
 * they and their indexes are made when the collection is first used (reconcile.ts).
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
