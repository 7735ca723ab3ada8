import { dayOfId, misused } from '../../ports/document-query';

import type { Doc, DocumentStore, Inserted } from '../../ports/document-store';
import { type CollectionSpec, dailySpec, isDay, specOf } from './collection-spec';
import { type Inserts, newWriterMark } from './insert';
import { type Encoded, encodeDocument, storedText } from './rows';
import { onTable, type StoreContext } from './select-days';
import { deleteStatement, stateStatement, type Target, updateStatement } from './statements';

type Writes = Pick<DocumentStore, 'makeDay' | 'insert' | 'insertMany' | 'update' | 'delete' | 'dropDay'>;

/** The port's verbs that write. A statement is a transaction of its own, and its answer means that it is on the disk. */
export const openWrites = (context: StoreContext, inserts: Inserts): Writes => ({
  insert: async (into, document) => {
    const spec = specOf(into);
    const row = encodeDocument(document, spec);
    return (await inserts.insert(spec, row.day, [row])).has(row) ? 'inserted' : 'exists';
  },
  insertMany: async (into, documents) => insertMany(inserts, specOf(into), documents),
  update: async (into, document, expectedVersion) => {
    const spec = specOf(into);
    return update(context, spec, encodeDocument(document, spec), expectedVersion);
  },
  delete: async (from, id) => remove(context, specOf(from), id),
  makeDay: async (into, day) => {
    const spec = dailySpec(into);
    if (isDay(day)) await context.tables.makeDay(spec, day);
  },
  dropDay: async (from, day) => {
    const spec = dailySpec(from);
    if (isDay(day)) await context.tables.drop(spec, day);
  },
});

async function insertMany(
  inserts: Inserts,
  spec: CollectionSpec,
  documents: readonly Doc[],
): Promise<readonly Inserted[]> {
  if (documents.length > 1_000) return misused(`${documents.length} documents at once: at most 1,000`);
  const rows = documents.map((document) => encodeDocument(document, spec));
  const days = new Map<string, Encoded[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  const written = await Promise.all([...days].map(([day, ofDay]) => inserts.insert(spec, day, ofDay)));
  return rows.map((row) => (written.some((isNew) => isNew.has(row)) ? 'inserted' : 'exists'));
}

/**
 * One statement. Its writer mark tells whether an answer that was lost was a yes; should somebody have changed the document again
 * meanwhile, that cannot be known any more, and a conflict makes the caller look.
 */
async function update(
  context: StoreContext,
  spec: CollectionSpec,
  row: Encoded,
  expectedVersion: number,
): Promise<'updated' | 'conflict' | 'missing'> {
  const writerMark = newWriterMark();
  const updated = await onTable(
    context,
    spec,
    row.day,
    (table) => updateStatement(targetOf(context, spec, table, row.day), row, expectedVersion, writerMark),
    false,
  );
  if (updated.length > 0) {
    await cleanKeys(context, spec, row.day);
    return 'updated';
  }
  const [state] = await onTable(
    context,
    spec,
    row.day,
    (table) => stateStatement(targetOf(context, spec, table, row.day), row),
    true,
  );
  if (!state) return 'missing';
  if (state[1] !== writerMark) return 'conflict';
  await cleanKeys(context, spec, row.day);
  return 'updated';
}

async function remove(context: StoreContext, spec: CollectionSpec, id: string): Promise<void> {
  const day = spec.daily ? dayOfId(id) : '';
  if (spec.daily && day === '') return;
  await onTable(
    context,
    spec,
    day,
    (table) => deleteStatement(targetOf(context, spec, table, day), storedText(id)),
    false,
  );
  await cleanKeys(context, spec, day);
}

/** What was deleted or replaced of keys leaves the server's files before it is answered. */
async function cleanKeys({ cleaning, tables }: StoreContext, spec: CollectionSpec, day: string): Promise<void> {
  if (spec.holdsKeys && cleaning) await cleaning.clean(await tables.forWriting(spec, day));
}

const targetOf = ({ server }: StoreContext, spec: CollectionSpec, table: string, day: string): Target => ({
  schema: server.schema,
  spec,
  table,
  day,
});
