import { literal, quoted } from './names';
import type { Encoded } from './rows';
import type { Shape } from './shape';
import { noValues, prepared, type Statement } from './statement';
import { place } from './table-sql';

/** Where rows are written. */
export interface Target {
  readonly schema: string;
  readonly shape: Shape;
  readonly table: string;
  readonly day: string;
}

/**
 * Inserts documents of different ids, which leaves those alone whose id is there; the ids of the new ones come back. Each row
 * carries `mark`. The number of rows is rounded up a little by writing the first again, which does nothing, so that few
 * different statements are prepared.
 */
export const insertStatement = (target: Target, rows: readonly Encoded[], mark: string): Statement => {
  const { schema, shape, table, day } = target;
  const columns = ['id', 'v', 'w', 'size', 'body'];
  if (shape.daily) columns.push('day');
  if (shape.spreadField !== undefined) columns.push('spread');
  const values = noValues();
  const markPlace = values.place(mark);
  const [first] = rows;
  const padded = first ? [...rows, ...Array.from({ length: roundUp(rows.length) - rows.length }, () => first)] : [];
  const tuples = padded.map(({ id, body, spread }) => {
    const own = [values.place(id), '1', markPlace, values.place(String(body.length)), values.place(body)];
    if (shape.daily) own.push(literal(day));
    if (spread !== undefined) own.push(values.place(spread));
    return `(${own.join(',')})`;
  });
  const text = `INSERT INTO ${place(schema, table)} (${columns.map(quoted).join(', ')}) VALUES ${tuples.join(',')} ON CONFLICT DO NOTHING RETURNING id`;
  return prepared(text, values.list);
};

/** To four steps an octave: 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20 … */
export const roundUp = (count: number): number => {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(count)) - 2);
  return Math.ceil(count / step) * step;
};

/** Those of some ids whose row carries a mark. */
export const markedStatement = (target: Target, rows: readonly Encoded[], mark: string): Statement => {
  const values = noValues();
  const ids = rows.map(({ id }) => values.place(id)).join(', ');
  const at = hereText(target, rows, values.place);
  return {
    text: `SELECT id FROM ${place(target.schema, target.table)} WHERE id IN (${ids})${at} AND w = ${values.place(mark)}`,
    values: values.list,
  };
};

/** Says on which server the rows live. */
const hereText = ({ shape, day }: Target, rows: readonly Encoded[], placed: (value: string) => string): string => {
  if (shape.livesBy === 'day' && shape.daily) return ` AND day = ${literal(day)}`;
  const spreads = [...new Set(rows.flatMap(({ spread }) => spread ?? []))];
  return spreads.length === 0 ? '' : ` AND spread IN (${spreads.map(placed).join(', ')})`;
};

/** Replaces a document of an expected version. */
export const updateStatement = (target: Target, row: Encoded, expectedVersion: number, mark: string): Statement => {
  const values = noValues();
  const sets = `v = v + 1, w = ${values.place(mark)}, size = ${values.place(String(row.body.length))}, body = ${values.place(row.body)}`;
  const where = `id = ${values.place(row.id)}${hereText(target, [row], values.place)} AND v = ${values.place(String(expectedVersion))}`;
  return prepared(`UPDATE ${place(target.schema, target.table)} SET ${sets} WHERE ${where} RETURNING v`, values.list);
};

/** The version, the mark and the place of a document, to say why an update found nothing. */
export const stateStatement = (target: Target, row: Encoded): Statement => {
  const values = noValues();
  const spread = target.shape.spreadField === undefined ? '' : ', spread';
  const where = `id = ${values.place(row.id)}${hereText(target, [row], values.place)}`;
  return prepared(`SELECT v, w${spread} FROM ${place(target.schema, target.table)} WHERE ${where}`, values.list);
};

/** Deletes a document by its id. */
export const deleteStatement = (target: Target, id: string): Statement => {
  const values = noValues();
  const here = hereText(target, [], values.place);
  return prepared(
    `DELETE FROM ${place(target.schema, target.table)} WHERE id = ${values.place(id)}${here}`,
    values.list,
  );
};
