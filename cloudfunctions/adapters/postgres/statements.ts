import { createHash } from 'node:crypto';
import { type CollectionSpec, literal, qualified, quoted } from './collection-spec';

import type { Encoded } from './rows';

/** A piece of SQL, its values numbered from the first it was given. */
export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
  /** Prepared under this name once a session. */
  readonly name?: string;
}

const names = new Map<string, string>();
const maxNames = 5_000;

/** A statement that is asked again and again: prepared once a session, under a name that follows from its text. */
export const prepared = (text: string, values: readonly string[]): Statement => ({ name: nameOf(text), text, values });

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  if (names.size >= maxNames) names.clear();
  names.set(text, name);
  return name;
}

/** Collects values while SQL is written: gives each its parameter. */
export interface Values {
  readonly list: string[];
  readonly bind: (value: string) => string;
}

/** No values yet. */
export const collectValues = (): Values => {
  const list: string[] = [];
  return { list, bind: (value) => `$${list.push(value)}` };
};

/** A statement as the driver takes it, answered in rows of texts. */
export const asConfig = ({ text, values, name }: Statement) => ({
  text,
  values: [...values],
  rowMode: 'array' as const,
  ...(name !== undefined && { name }),
});

/** Where rows are written. */
export interface Target {
  readonly schema: string;
  readonly spec: CollectionSpec;
  readonly table: string;
  readonly day: string;
}

/**
 * Inserts documents of different ids, which leaves those alone whose id is there; the ids of the new ones come back. Each row
 * carries `writerMark`. The number of rows is rounded up a little by writing the first again, which does nothing, so that few
 * different statements are prepared.
 */
export const insertStatement = (target: Target, rows: readonly Encoded[], writerMark: string): Statement => {
  const { schema, spec, table, day } = target;
  const columns = ['id', 'v', 'w', 'size', 'body'];
  if (spec.daily) columns.push('day');
  if (spec.distributionField !== undefined) columns.push('spread');
  const values = collectValues();
  const markBinding = values.bind(writerMark);
  const [first] = rows;
  const padded = first ? [...rows, ...Array.from({ length: roundUp(rows.length) - rows.length }, () => first)] : [];
  const tuples = padded.map(({ id, body, spread }) => {
    const own = [values.bind(id), '1', markBinding, values.bind(String(body.length)), values.bind(body)];
    if (spec.daily) own.push(literal(day));
    if (spread !== undefined) own.push(values.bind(spread));
    return `(${own.join(',')})`;
  });
  const text = `INSERT INTO ${qualified(schema, table)} (${columns.map(quoted).join(', ')}) VALUES ${tuples.join(',')} ON CONFLICT DO NOTHING RETURNING id`;
  return prepared(text, values.list);
};

/** To four steps an octave: 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20 … */
const roundUp = (count: number): number => {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(count)) - 2);
  return Math.ceil(count / step) * step;
};

/** Those of some ids whose row carries a writer mark. */
export const markedStatement = (target: Target, rows: readonly Encoded[], writerMark: string): Statement => {
  const values = collectValues();
  const ids = rows.map(({ id }) => values.bind(id)).join(', ');
  const at = distributionText(target, rows, values.bind);
  return {
    text: `SELECT id FROM ${qualified(target.schema, target.table)} WHERE id IN (${ids})${at} AND w = ${values.bind(writerMark)}`,
    values: values.list,
  };
};

/** Says on which server the rows live. */
const distributionText = (
  { spec, day }: Target,
  rows: readonly Encoded[],
  placed: (value: string) => string,
): string => {
  if (spec.distributedBy === 'day' && spec.daily) return ` AND day = ${literal(day)}`;
  const spreads = [...new Set(rows.flatMap(({ spread }) => spread ?? []))];
  return spreads.length === 0 ? '' : ` AND spread IN (${spreads.map(placed).join(', ')})`;
};

/** Replaces a document of an expected version. */
export const updateStatement = (
  target: Target,
  row: Encoded,
  expectedVersion: number,
  writerMark: string,
): Statement => {
  const values = collectValues();
  const sets = `v = v + 1, w = ${values.bind(writerMark)}, size = ${values.bind(String(row.body.length))}, body = ${values.bind(row.body)}`;
  const where = `id = ${values.bind(row.id)}${distributionText(target, [row], values.bind)} AND v = ${values.bind(String(expectedVersion))}`;
  return prepared(
    `UPDATE ${qualified(target.schema, target.table)} SET ${sets} WHERE ${where} RETURNING v`,
    values.list,
  );
};

/** The version, the writer mark and the distribution key of a document, to say why an update found nothing. */
export const stateStatement = (target: Target, row: Encoded): Statement => {
  const values = collectValues();
  const spread = target.spec.distributionField === undefined ? '' : ', spread';
  const where = `id = ${values.bind(row.id)}${distributionText(target, [row], values.bind)}`;
  return prepared(`SELECT v, w${spread} FROM ${qualified(target.schema, target.table)} WHERE ${where}`, values.list);
};

/** Deletes a document by its id. */
export const deleteStatement = (target: Target, id: string): Statement => {
  const values = collectValues();
  const here = distributionText(target, [], values.bind);
  return prepared(
    `DELETE FROM ${qualified(target.schema, target.table)} WHERE id = ${values.bind(id)}${here}`,
    values.list,
  );
};
