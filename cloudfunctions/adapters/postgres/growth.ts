import type { Server } from './server';
import { place } from './table-sql';

/** Told of rows that were written to a table. */
export type Growth = (table: string, rows: number) => void;

const firstAt = 1_000;
const factor = 8;

/**
 * Has PostgreSQL look at a table anew whenever this host has written eight times as many rows to it: at 1,000, 8,000, 64,000 …
 * Its own look comes up to a minute late, and until then a day’s table that grows from nothing is planned for as if it were
 * empty. Nobody waits for it, and nothing but speed depends on it.
 */
export const watchGrowth = (server: Server): Growth => {
  const written = new Map<string, { rows: number; next: number }>();
  return (table, rows) => {
    const seen = written.get(table) ?? { rows: 0, next: firstAt };
    seen.rows += rows;
    written.set(table, seen);
    if (seen.rows < seen.next) return;
    while (seen.next <= seen.rows) seen.next *= factor;
    if (written.size > mostTables) written.clear();
    server.run({ text: `ANALYZE ${place(server.schema, table)}`, values: [] }).catch(() => undefined);
  };
};

const mostTables = 200;
