import { misused } from '../../ports/document-query';
import { type Inserted, StoreDamaged, type StoreTrouble } from '../../ports/document-store';
import type { CollectionSpec } from './collection-spec';
import type { ColumnCondition } from './conditions';
import { columnValue, compareValues, decode, type Encoded, type Row, rowOf, textValue } from './rows';

import { countMatches, select, type TableQuery } from './selection';
import type { Table } from './table';
import type { StoreTables } from './tables';

/** At once where the files are in this thread, later where they are in one of their own. */
type MaybePromise<T> = T | Promise<T>;

/**
 * What is done with the files of a store: documents come and go as JSON, so that only text crosses from thread to thread. What a write
 * gives is answered after its commit.
 */
export interface StoreOperations {
  /** Documents of one table: of one day, where the collection has days. */
  insert(spec: CollectionSpec, documents: readonly Encoded[]): Promise<readonly Inserted[]>;
  update(spec: CollectionSpec, document: Encoded, expectedVersion: number): Promise<'updated' | 'conflict' | 'missing'>;
  delete(spec: CollectionSpec, id: string): Promise<void>;
  get(spec: CollectionSpec, id: string): MaybePromise<Row | undefined>;
  /** In order; `maxCharacters` ends the answer early, but never before its first row. */
  select(spec: CollectionSpec, query: TableQuery, maxCharacters?: number): MaybePromise<readonly Row[]>;
  count(spec: CollectionSpec, conditions: readonly ColumnCondition[]): MaybePromise<number>;
  /** Days that hold documents, oldest first; a day whose file is damaged is one of them. */
  days(spec: CollectionSpec): MaybePromise<readonly string[]>;
  dropDay(spec: CollectionSpec, day: string): MaybePromise<void>;
  troubles(): MaybePromise<readonly StoreTrouble[]>;
  /** Commits what waits and closes the files. */
  close(): MaybePromise<void>;
}

/** {@link StoreOperations} on files that this thread has open. */
export const openStoreOperations = (tables: StoreTables): StoreOperations => ({
  insert: async (spec, documents) => {
    const table = tables.forWriting(spec, documents[0]?.id ?? '');
    return table.file.submit(weightOf(documents), () => documents.map(table.insert));
  },
  update: async (spec, document, expectedVersion) => {
    const table = tables.forReading(spec, document.id);
    if (!table) return 'missing';
    const answer = await table.file.submit(weightOf([document]), () => table.update(document, expectedVersion));
    if (spec.holdsKeys && answer === 'updated') await table.file.emptyLog();
    return answer;
  },
  delete: async (spec, id) => {
    const table = tables.forReading(spec, id);
    if (!table) return;
    await table.file.submit(0, () => table.delete(textValue(id)));
    if (spec.holdsKeys) await table.file.emptyLog();
  },
  get: (spec, id) => tables.forReading(spec, id)?.get(textValue(id)),
  select: (spec, query, maxCharacters) =>
    selectAcross(spec.name, tablesToRead(tables, spec, query.conditions), withoutDay(spec, query), maxCharacters),
  count: (spec, conditions) => {
    const within = withoutDay(spec, { conditions }).conditions;
    return tablesToRead(tables, spec, conditions).reduce((sum, open) => sum + countIn(open, within), 0);
  },
  days: (spec) => tables.days(spec).filter((day) => holdsSomething(tables, spec, day)),
  dropDay: (spec, day) => tables.drop(spec, day),
  troubles: () => tables.troubles(),
  close: () => tables.close(),
});

const weightOf = (documents: readonly Encoded[]) => documents.reduce((sum, { body }) => sum + body.length, 0);

/** A day is a table of its own and no condition inside of it. */
const withoutDay = <Q extends { readonly conditions: readonly ColumnCondition[] }>(
  spec: CollectionSpec,
  query: Q,
): Q => (spec.daily ? { ...query, conditions: query.conditions.filter(({ field }) => field !== 'day') } : query);

function countIn(open: OpenTable, conditions: readonly ColumnCondition[]): number {
  const table = open();
  return table ? countMatches(table, conditions) : 0;
}

function holdsSomething(tables: StoreTables, spec: CollectionSpec, day: string): boolean {
  try {
    const table = tables.ofDay(spec, day);
    return table !== undefined && select(table, { conditions: [], order: { descending: false }, limit: 1 }).length > 0;
  } catch (fault) {
    // Nobody knows what is in it; whoever walks over days has to meet it, above all to drop it.
    if (fault instanceof StoreDamaged) return true;
    throw fault;
  }
}

/** A table that is opened when its turn comes: more days may be named than files are kept open. */
export type OpenTable = () => Table | undefined;

/** The tables that a query reads, the oldest day first. Throws when days are not named and must be. */
const tablesToRead = (
  tables: StoreTables,
  spec: CollectionSpec,
  conditions: readonly ColumnCondition[],
): readonly OpenTable[] => {
  if (!spec.daily) return [() => tables.whole(spec)];
  const days = conditions.find(({ field }) => field === 'day');
  if (days?.kind !== 'among') return misused(`${spec.name} is partitioned: name the day, by equality or in`);
  const named = [...new Set(days.values)].filter((day) => typeof day === 'string').sort();
  return named.map((day) => () => tables.ofDay(spec, day));
};

/** The documents of all tables that answer, in order, at most `question.limit`; fewer when they are longer than `maxCharacters`. */
const selectAcross = (
  name: string,
  tables: readonly OpenTable[],
  query: TableQuery,
  maxCharacters?: number,
): readonly Row[] => {
  return tables.length === 1 || query.order.field === undefined
    ? oneAfterAnother(tables, query, maxCharacters)
    : merged(name, tables, query);
};

/** Ids begin with their day, so in the order of ids a day follows the other. */
function oneAfterAnother(tables: readonly OpenTable[], query: TableQuery, maxCharacters?: number): readonly Row[] {
  const found: Row[] = [];
  for (const table of query.order.descending ? [...tables].reverse() : tables) {
    found.push(...selectFrom(table, { ...query, limit: query.limit - found.length }, maxCharacters));
    if (found.length >= query.limit || (maxCharacters !== undefined && found.length > 0)) return found;
  }
  return found;
}

/** Each table gives its own first documents; the first of all of them are the answer. */
function merged(name: string, tables: readonly OpenTable[], query: TableQuery): readonly Row[] {
  const field = query.order.field ?? '_id';
  const sign = query.order.descending ? -1 : 1;
  const keyed = tables
    .flatMap((table) => selectFrom(table, query))
    .map((row) => ({ row, document: decode(row, name) }))
    .map(({ row, document }) => ({
      row,
      value: columnValue(Reflect.get(document, field)),
      id: textValue(document._id),
    }));
  keyed.sort((a, b) => sign * (compareValues(a.value, b.value) || compareValues(a.id, b.id)));
  return keyed.slice(0, query.limit).map(({ row }) => row);
}

function selectFrom(open: OpenTable, query: TableQuery, maxCharacters?: number): readonly Row[] {
  const table = open();
  return table ? select(table, query, maxCharacters).map(rowOf) : [];
}
