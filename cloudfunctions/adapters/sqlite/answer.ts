import { columnValue, compareValues, textValue } from './column-value';
import type { Asked } from './conditions';
import { misused } from './misuse';
import type { Places } from './places';
import { decode, type Row, rowOf } from './rows';
import { type Question, select } from './selection';
import type { Shape } from './shape';
import type { Table } from './table';

/** A table that is opened when its turn comes: more days may be named than files are kept open. */
export type TablePlace = () => Table | undefined;

/** Where a question is to be put, the oldest day first. Throws when days are not named and must be. */
export const placesFor = (places: Places, shape: Shape, asked: readonly Asked[]): readonly TablePlace[] => {
  if (!shape.daily) return [() => places.whole(shape)];
  const days = asked.find(({ field }) => field === 'day');
  if (days?.kind !== 'among') return misused(`${shape.name} is partitioned: name the day, by equality or in`);
  const named = [...new Set(days.values)].filter((day) => typeof day === 'string').sort();
  return named.map((day) => () => places.ofDay(shape, day));
};

/** The documents of all tables that answer, in order, at most `question.limit`; fewer when they are longer than `maxCharacters`. */
export const answerFrom = (
  tables: readonly TablePlace[],
  question: Question,
  maxCharacters?: number,
): readonly Row[] => {
  return tables.length === 1 || question.order.field === undefined
    ? oneAfterAnother(tables, question, maxCharacters)
    : merged(tables, question);
};

/** Ids begin with their day, so in the order of ids a day follows the other. */
function oneAfterAnother(tables: readonly TablePlace[], question: Question, maxCharacters?: number): readonly Row[] {
  const found: Row[] = [];
  for (const table of question.order.descending ? [...tables].reverse() : tables) {
    found.push(...selectFrom(table, { ...question, limit: question.limit - found.length }, maxCharacters));
    if (found.length >= question.limit || (maxCharacters !== undefined && found.length > 0)) return found;
  }
  return found;
}

/** Each table gives its own first documents; the first of all of them are the answer. */
function merged(tables: readonly TablePlace[], question: Question): readonly Row[] {
  const field = question.order.field ?? '_id';
  const sign = question.order.descending ? -1 : 1;
  const keyed = tables
    .flatMap((table) => selectFrom(table, question))
    .map((row) => ({ row, document: decode(row) }))
    .map(({ row, document }) => ({
      row,
      value: columnValue(Reflect.get(document, field)),
      id: textValue(document._id),
    }));
  keyed.sort((a, b) => sign * (compareValues(a.value, b.value) || compareValues(a.id, b.id)));
  return keyed.slice(0, question.limit).map(({ row }) => row);
}

function selectFrom(place: TablePlace, question: Question, maxCharacters?: number): readonly Row[] {
  const table = place();
  return table ? select(table, question, maxCharacters).map(rowOf) : [];
}
