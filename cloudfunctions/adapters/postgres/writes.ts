import { misused } from '../../ports/document-question';
import type { Doc, DocumentStore, Inserted } from '../../ports/document-store';
import { onTable, type Reader } from './answer';
import { type Inserts, newMark } from './insert';
import { deleteStatement, stateStatement, type Target, updateStatement } from './insert-sql';
import { type Encoded, encode } from './rows';
import { dailyShape, dayOfId, isDay, type Shape, shapeOf } from './shape';
import { storedText } from './sort-key';

type Writes = Pick<DocumentStore, 'insert' | 'insertMany' | 'update' | 'delete' | 'dropDay'>;

/** The port's verbs that write. A statement is a transaction of its own, and its answer means that it is on the disk. */
export const openWrites = (reader: Reader, inserts: Inserts): Writes => ({
  insert: async (into, document) => {
    const shape = shapeOf(into);
    const row = encode(document, shape);
    return (await inserts.insert(shape, row.day, [row])).has(row) ? 'inserted' : 'exists';
  },
  insertMany: async (into, documents) => insertMany(inserts, shapeOf(into), documents),
  update: async (into, document, expectedVersion) => {
    const shape = shapeOf(into);
    return update(reader, shape, encode(document, shape), expectedVersion);
  },
  delete: async (from, id) => remove(reader, shapeOf(from), id),
  dropDay: async (from, day) => {
    const shape = dailyShape(from);
    if (isDay(day)) await reader.tables.drop(shape, day);
  },
});

async function insertMany(inserts: Inserts, shape: Shape, documents: readonly Doc[]): Promise<readonly Inserted[]> {
  if (documents.length > 1_000) return misused(`${documents.length} documents at once: at most 1,000`);
  const rows = documents.map((document) => encode(document, shape));
  const days = new Map<string, Encoded[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  const written = await Promise.all([...days].map(([day, ofDay]) => inserts.insert(shape, day, ofDay)));
  return rows.map((row) => (written.some((isNew) => isNew.has(row)) ? 'inserted' : 'exists'));
}

/**
 * One statement. Its mark tells whether an answer that was lost was a yes; should somebody have changed the document again
 * meanwhile, that cannot be told any more, and a conflict makes the caller look.
 */
async function update(
  reader: Reader,
  shape: Shape,
  row: Encoded,
  expectedVersion: number,
): Promise<'updated' | 'conflict' | 'missing'> {
  const mark = newMark();
  const updated = await onTable(
    reader,
    shape,
    row.day,
    (table) => updateStatement(targetOf(reader, shape, table, row.day), row, expectedVersion, mark),
    false,
  );
  if (updated.length > 0) return 'updated';
  const [state] = await onTable(
    reader,
    shape,
    row.day,
    (table) => stateStatement(targetOf(reader, shape, table, row.day), row),
    true,
  );
  if (!state) return 'missing';
  return state[1] === mark ? 'updated' : 'conflict';
}

async function remove(reader: Reader, shape: Shape, id: string): Promise<void> {
  const day = shape.daily ? dayOfId(id) : '';
  if (shape.daily && day === '') return;
  await onTable(
    reader,
    shape,
    day,
    (table) => deleteStatement(targetOf(reader, shape, table, day), storedText(id)),
    false,
  );
}

const targetOf = ({ server }: Reader, shape: Shape, table: string, day: string): Target => ({
  schema: server.schema,
  shape,
  table,
  day,
});
