import { type CheckedCondition, misused, type Ordering, type Position } from '../../ports/document-query';

import type { Doc, Stored } from '../../ports/document-store';
import type { KeyCleaning } from './clean-keys';
import { type CollectionSpec, isDay } from './collection-spec';
import { mergeDays } from './merge-days';
import { boundedStatement, selectStatement } from './query-sql';
import { isNoTable } from './retry';
import { decode, type Row } from './rows';
import type { Server } from './server';
import type { Statement } from './statements';
import type { Tables } from './tables';

/** The server and the tables that a store reads and writes with. */
export interface StoreContext {
  readonly server: Server;
  readonly tables: Tables;
  /** Of a store of keys. */
  readonly cleaning?: KeyCleaning;
}

/** A query of a collection, before its tables are known. */
export interface CollectionQuery {
  readonly spec: CollectionSpec;
  readonly conditions: readonly CheckedCondition[];
  /** The days it names, oldest first; one empty text outside days. */
  readonly days: readonly string[];
}

/** Reads days out of conditions. Throws when they are not named and must be. */
export const collectionQuery = (spec: CollectionSpec, conditions: readonly CheckedCondition[]): CollectionQuery => {
  if (!spec.daily) return { spec, conditions, days: [''] };
  const named = conditions.find(({ field }) => field === 'day');
  if (named?.kind !== 'among') return misused(`${spec.name} is partitioned: name the day, by equality or in`);
  const days = [...new Set(named.values)].filter(isDay).sort();
  return { spec, days, conditions: conditions.filter(({ field }) => field !== 'day') };
};

/** Which part of the answer is wanted, and in which order. */
export interface PartRequest {
  readonly order: Ordering;
  readonly limit: number;
  readonly after?: Position | undefined;
  /** The part may end with the document by which it becomes longer than this. */
  readonly characters?: number;
}

/** The documents of all days that answer, in order, at most `limit`; fewer only when there are no more or `characters` says so. */
export const selectDays = async <D extends Doc>(
  context: StoreContext,
  query: CollectionQuery,
  part: PartRequest,
): Promise<readonly Stored<D>[]> => {
  const there = await context.tables.existing(query.spec, query.days);
  const days = [...there.keys()];
  return days.length === 1 || part.order.field === undefined
    ? oneAfterAnother<D>(context, { ...query, days }, part)
    : merged<D>(context, { ...query, days }, part);
};

/** Ids begin with their day, so in the order of ids a day follows the other; a day before the cursor is not asked. */
async function oneAfterAnother<D extends Doc>(
  context: StoreContext,
  query: CollectionQuery,
  part: PartRequest,
): Promise<readonly Stored<D>[]> {
  const { order, limit, after, characters } = part;
  const days = order.descending ? [...query.days].reverse() : query.days;
  const found: Stored<D>[] = [];
  for (const day of days) {
    if (after && order.field === undefined && isPast(day, after.id, order)) continue;
    const rows = await rowsOf(context, query, day, { ...part, limit: limit - found.length });
    found.push(...rows.map((row) => decode<D>(row)));
    if (found.length >= limit || (characters !== undefined && found.length > 0)) return found;
  }
  return found;
}

const isPast = (day: string, lastId: string, { descending }: Ordering): boolean => {
  const last = lastId.slice(0, day.length);
  return descending ? day > last : day < last;
};

async function merged<D extends Doc>(
  context: StoreContext,
  query: CollectionQuery,
  part: PartRequest,
): Promise<readonly Stored<D>[]> {
  const { characters = Number.POSITIVE_INFINITY } = part;
  const parts = query.days.map(async (day) => {
    const rows = await rowsOf(context, query, day, part);
    return { rows, isCut: rows.reduce((sum, [, , size]) => sum + Number(size ?? 0), 0) > characters };
  });
  return mergeDays<D>(await Promise.all(parts), part.order, part.limit);
}

function rowsOf(
  context: StoreContext,
  { spec, conditions }: CollectionQuery,
  day: string,
  part: PartRequest,
): Promise<readonly Row[]> {
  const { schema } = context.server;
  const { characters } = part;
  const statement = (table: string) => {
    const ofTable = { schema, spec, table, day, conditions };
    return characters === undefined ? selectStatement(ofTable, part) : boundedStatement(ofTable, part, characters);
  };
  return onTable(context, spec, day, statement, part.limit <= maxSharedRows);
}

/** A query of at most so many documents shares a connection with other queries. */
const maxSharedRows = 300;

/** Queries a table, again while the server is away; no rows when it is the table of a day that is not there. */
export const onTable = async (
  { server, tables }: StoreContext,
  spec: CollectionSpec,
  day: string,
  statement: (table: string) => Statement,
  isShort: boolean,
): Promise<readonly Row[]> => {
  const table = (await tables.existing(spec, [day])).get(day);
  if (table === undefined) return [];
  const run = isShort ? server.runShared : server.run;
  try {
    return await server.withRetry(() => run(statement(table)));
  } catch (fault) {
    if (!isNoTable(fault)) throw fault;
    tables.forget(table);
    return [];
  }
};
