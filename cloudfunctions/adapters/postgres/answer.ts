import { type Asked, misused, type Position } from '../../ports/document-question';
import type { Doc, Stored } from '../../ports/document-store';
import { isNoTable } from './faults';
import { mergeDays } from './merge';
import type { Ordering } from './plan';
import { boundedStatement, selectStatement } from './question-sql';
import { decode, type Row } from './rows';
import type { Server } from './server';
import { isDay, type Shape } from './shape';
import type { Statement } from './statement';
import type { Tables } from './tables';

/** What a store reads with. */
export interface Reader {
  readonly server: Server;
  readonly tables: Tables;
}

/** A question before its tables are known. */
export interface Inquiry {
  readonly shape: Shape;
  readonly asked: readonly Asked[];
  /** The days it names, oldest first; one empty text outside days. */
  readonly days: readonly string[];
}

/** Reads days out of conditions. Throws when they are not named and must be. */
export const inquiry = (shape: Shape, asked: readonly Asked[]): Inquiry => {
  if (!shape.daily) return { shape, asked, days: [''] };
  const named = asked.find(({ field }) => field === 'day');
  if (named?.kind !== 'among') return misused(`${shape.name} is partitioned: name the day, by equality or in`);
  const days = [...new Set(named.values)].filter(isDay).sort();
  return { shape, days, asked: asked.filter(({ field }) => field !== 'day') };
};

/** A part of an answer. */
export interface Part {
  readonly order: Ordering;
  readonly limit: number;
  readonly after?: Position | undefined;
  /** The part may end with the document by which it becomes longer than this. */
  readonly characters?: number;
}

/** The documents of all days that answer, in order, at most `limit`; fewer only when there are no more or `characters` says so. */
export const answer = async <D extends Doc>(
  reader: Reader,
  asked: Inquiry,
  part: Part,
): Promise<readonly Stored<D>[]> => {
  const there = await reader.tables.existing(asked.shape, asked.days);
  const days = [...there.keys()];
  return days.length === 1 || part.order.field === undefined
    ? oneAfterAnother<D>(reader, { ...asked, days }, part)
    : merged<D>(reader, { ...asked, days }, part);
};

/** Ids begin with their day, so in the order of ids a day follows the other; a day before the cursor is not asked. */
async function oneAfterAnother<D extends Doc>(
  reader: Reader,
  asked: Inquiry,
  part: Part,
): Promise<readonly Stored<D>[]> {
  const { order, limit, after, characters } = part;
  const days = order.descending ? [...asked.days].reverse() : asked.days;
  const found: Stored<D>[] = [];
  for (const day of days) {
    if (after && order.field === undefined && isPast(day, after.id, order)) continue;
    const rows = await rowsOf(reader, asked, day, { ...part, limit: limit - found.length });
    found.push(...rows.map((row) => decode<D>(row)));
    if (found.length >= limit || (characters !== undefined && found.length > 0)) return found;
  }
  return found;
}

const isPast = (day: string, lastId: string, { descending }: Ordering): boolean => {
  const last = lastId.slice(0, day.length);
  return descending ? day > last : day < last;
};

async function merged<D extends Doc>(reader: Reader, asked: Inquiry, part: Part): Promise<readonly Stored<D>[]> {
  const { characters = Number.POSITIVE_INFINITY } = part;
  const answers = asked.days.map(async (day) => {
    const rows = await rowsOf(reader, asked, day, part);
    return { rows, isCut: rows.reduce((sum, [, , size]) => sum + Number(size ?? 0), 0) > characters };
  });
  return mergeDays<D>(await Promise.all(answers), part.order, part.limit);
}

function rowsOf(reader: Reader, { shape, asked }: Inquiry, day: string, part: Part): Promise<readonly Row[]> {
  const { schema } = reader.server;
  const { characters } = part;
  const statement = (table: string) => {
    const question = { schema, shape, table, day, asked };
    return characters === undefined ? selectStatement(question, part) : boundedStatement(question, part, characters);
  };
  return onTable(reader, shape, day, statement, part.limit <= shortAnswer);
}

/** So many documents at most share a connection with other questions. */
const shortAnswer = 300;

/** Asks a table, again while the server is away; no rows when it is the table of a day that is not there. */
export const onTable = async (
  { server, tables }: Reader,
  shape: Shape,
  day: string,
  statement: (table: string) => Statement,
  isShort: boolean,
): Promise<readonly Row[]> => {
  const table = (await tables.existing(shape, [day])).get(day);
  if (table === undefined) return [];
  const ask = isShort ? server.ask : server.run;
  try {
    return await server.patiently(() => ask(statement(table)));
  } catch (fault) {
    if (!isNoTable(fault)) throw fault;
    tables.forget(table);
    return [];
  }
};
