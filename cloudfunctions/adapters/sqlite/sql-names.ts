import type { Database } from './driver';

/** A name as SQL takes it, whatever characters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The column that holds an indexed field. */
export const columnName = (field: string): string => `f_${field}`;

/** The names of all tables or indexes of a database but SQLite's own. */
export const namesIn = (database: Database, type: 'table' | 'index'): readonly string[] =>
  texts(
    database,
    `SELECT name AS text FROM sqlite_schema WHERE type = '${type}' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );

/** The names of a table's columns; none when there is no such table. */
export const columnsOf = (database: Database, table: string): readonly string[] =>
  texts(database, `SELECT name AS text FROM pragma_table_info(${literal(table)})`);

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function texts(database: Database, sql: string): readonly string[] {
  return database
    .prepare(sql)
    .all()
    .map((row) => (typeof row === 'object' && row !== null && 'text' in row ? String(row.text) : ''));
}
