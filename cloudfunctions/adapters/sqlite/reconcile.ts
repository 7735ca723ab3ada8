import type { Database } from './driver';
import type { Shape } from './shape';
import { columnName, columnsOf, literal, namesIn, quoted } from './sql-names';
import { transaction } from './transaction';

/**
 * Makes a table what the collection declares: columns and indexes that are new are made and filled, those no longer
 * declared are dropped, all in one transaction. Nothing is written when nothing has changed.
 */
export const reconcile = (database: Database, table: string, shape: Shape): void => {
  const columns = columnsOf(database, table);
  const indexes = namesIn(database, 'index').filter((name) => name.startsWith(`${table}:`));
  const work = [
    ...made(table, columns),
    ...droppedIndexes(table, shape, indexes),
    ...newColumns(table, shape, columns),
    ...droppedColumns(table, shape, columns),
    ...newIndexes(table, shape, indexes),
  ];
  if (work.length === 0) return;
  transaction(database, () => {
    for (const sql of work) database.exec(sql);
  });
};

const made = (table: string, columns: readonly string[]) =>
  columns.length > 0
    ? []
    : [`CREATE TABLE ${quoted(table)} (id TEXT NOT NULL, v INTEGER NOT NULL, body TEXT NOT NULL)`];

const droppedIndexes = (table: string, shape: Shape, indexes: readonly string[]) => {
  const wanted = shape.indexes.map(({ name }) => `${table}:${name}`);
  return indexes.filter((name) => !wanted.includes(name)).map((name) => `DROP INDEX ${quoted(name)}`);
};

const newColumns = (table: string, shape: Shape, columns: readonly string[]) => {
  const missing = shape.fields.filter((field) => !columns.includes(columnName(field)));
  if (missing.length === 0) return [];
  const filled = missing.map((field) => `${quoted(columnName(field))} = field(body, ${literal(field)})`);
  return [
    ...missing.map((field) => `ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(columnName(field))}`),
    `UPDATE ${quoted(table)} SET ${filled.join(', ')}`,
  ];
};

const droppedColumns = (table: string, shape: Shape, columns: readonly string[]) =>
  columns
    .filter((column) => column.startsWith(columnName('')) && !shape.fields.map(columnName).includes(column))
    .map((column) => `ALTER TABLE ${quoted(table)} DROP COLUMN ${quoted(column)}`);

const newIndexes = (table: string, shape: Shape, indexes: readonly string[]) =>
  shape.indexes
    .filter(({ name }) => !indexes.includes(`${table}:${name}`))
    .map(({ name, fields }, at) => {
      const unique = name === '_id' && at === 0 ? 'UNIQUE ' : '';
      return `CREATE ${unique}INDEX ${quoted(`${table}:${name}`)} ON ${quoted(table)} (${columnList(shape, fields)})`;
    });

/**
 * The columns of an index. Outside partitions `_id` stands last, so that ties come in order; a partition's indexes do
 * without (an eighth less disk, a fifth less CPU for each scan): ties are few there and sorted when read.
 */
function columnList(shape: Shape, fields: readonly string[]): string {
  const all = shape.daily || fields.includes('_id') ? fields : [...fields, '_id'];
  return all.map((field) => (field === '_id' ? 'id' : quoted(columnName(field)))).join(', ');
}
