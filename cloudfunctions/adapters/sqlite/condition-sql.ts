import { missingSql } from './column-value';
import type { Asked } from './conditions';
import type { Value } from './driver';
import { columnName, literal, quoted } from './sql-names';

/** A piece of SQL and what is bound to it. */
export interface Piece {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** A field as SQL sees it: its column, or our own reading of the document. */
export const expression = (columns: readonly string[], field: string): string => {
  if (field === '_id') return 'id';
  return columns.includes(field) ? quoted(columnName(field)) : `field(body, ${literal(field)})`;
};

/** A condition in SQL. */
export const conditionSql = (columns: readonly string[], asked: Asked): Piece => {
  const of = expression(columns, asked.field);
  return asked.kind === 'among' ? amongSql(of, asked.values) : rangeSql(of, asked.bounds);
};

function amongSql(of: string, values: readonly Value[]): Piece {
  const [first] = values;
  if (first === undefined) return { sql: '0', values: [] };
  if (values.length === 1) return { sql: `${of} = ?`, values };
  const padded = [...values, ...Array.from({ length: nextPower(values.length) - values.length }, () => first)];
  return { sql: `${of} IN (${padded.map(() => '?').join(',')})`, values: padded };
}

/** Lists are padded to 2, 4, 8 … 128 values, so that few different statements are prepared. */
const nextPower = (count: number) => 2 ** Math.ceil(Math.log2(count));

type Bounds = Extract<Asked, { kind: 'range' }>['bounds'];

/** A range holds values of its bounds' type only: an open side is closed where that type ends. */
function rangeSql(of: string, bounds: Bounds): Piece {
  const own = bounds.map(([operator]) => `${of} ${operator} ?`);
  const ends = bounds.map(([operator, value]) => edgeOfType(of, operator.startsWith('>'), typeof value === 'number'));
  const lower = bounds.some(([operator]) => operator.startsWith('>'));
  const upper = bounds.some(([operator]) => operator.startsWith('<'));
  const open = !(lower && upper) || new Set(bounds.map(([, value]) => typeof value)).size > 1;
  return { sql: [...own, ...(open ? ends : [])].join(' AND '), values: bounds.map(([, value]) => value) };
}

function edgeOfType(of: string, above: boolean, numeric: boolean): string {
  if (numeric) return above ? `${of} < ''` : `${of} > ${missingSql}`;
  return above ? `${of} < x''` : `${of} >= ''`;
}
