import type { Inserted } from '../../ports/document-store';
import type { DatabaseFile } from './database-file';
import { reconcile } from './reconcile';
import { type Encoded, type Row, rowOf } from './rows';
import type { Shape } from './shape';
import { columnName, quoted } from './sql-names';

/** A collection's table in one file. Calls return when done; writes are made inside a group. */
export interface Table {
  readonly file: DatabaseFile;
  readonly name: string;
  readonly shape: Shape;
  insert(document: Encoded): Inserted;
  update(document: Encoded, expectedVersion: number): 'updated' | 'conflict' | 'missing';
  delete(id: string): void;
  get(id: string): Row | undefined;
}

/** Opens a collection's table, made as the collection declares it. */
export const openTable = (file: DatabaseFile, name: string, shape: Shape): Table => {
  reconcile(file.database, name, shape);
  const of = quoted(name);
  const columns = shape.fields.map((field) => quoted(columnName(field)));
  const sql = sqlOf(of, columns);
  const insert = file.statement(sql.insert);
  return {
    file,
    name,
    shape,
    insert: ({ id, body, columns }) => (Number(insert.run(id, body, ...columns).changes) === 1 ? 'inserted' : 'exists'),
    update: ({ id, body, columns }, expected) => {
      if (Number(file.statement(sql.update).run(body, ...columns, id, expected).changes) === 1) return 'updated';
      return file.statement(sql.get).get(id) === undefined ? 'missing' : 'conflict';
    },
    delete: (id) => {
      file.statement(sql.remove).run(id);
    },
    get: (id) => {
      const found = file.statement(sql.get).get(id);
      return found === undefined ? undefined : rowOf(found);
    },
  };
};

const sqlOf = (of: string, columns: readonly string[]) => ({
  insert:
    `INSERT INTO ${of} (${['id', 'v', 'body', ...columns].join(', ')}) ` +
    `VALUES (?, 1, ?${', ?'.repeat(columns.length)}) ON CONFLICT DO NOTHING`,
  update: `UPDATE ${of} SET ${['v = v + 1', 'body = ?', ...columns.map((column) => `${column} = ?`)].join(', ')} WHERE id = ? AND v = ?`,
  remove: `DELETE FROM ${of} WHERE id = ?`,
  get: `SELECT v, body FROM ${of} WHERE id = ?`,
});
