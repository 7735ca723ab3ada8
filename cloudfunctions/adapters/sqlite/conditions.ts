import { type Bound, readWhere } from '../../ports/document-query';
import { columnName, literal, quoted } from './collection-spec';
import type { Value } from './driver';
import { columnValue, missingSql } from './rows';

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const satisfies Readonly<Record<Bound, string>>;
type Operator = (typeof operators)[Bound];

/** One condition of a `where`, in the values of columns. */
export type ColumnCondition =
  | { readonly kind: 'among'; readonly field: string; readonly values: readonly Value[] }
  | { readonly kind: 'range'; readonly field: string; readonly bounds: readonly (readonly [Operator, Value])[] };

/** Reads a `where`. Throws StoreMisused on what says nothing or nothing sensible. */
export const columnConditions = (where: object): readonly ColumnCondition[] =>
  readWhere(where).map((condition): ColumnCondition => {
    if (condition.kind === 'among') return { ...condition, values: condition.values.map(columnValue) };
    return { ...condition, bounds: condition.bounds.map(([bound, value]) => [operators[bound], columnValue(value)]) };
  });

/** A piece of SQL and what is bound to it. */
export interface SqlFragment {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** A field as SQL sees it: its column, or our own reading of the document. */
export const expression = (columns: readonly string[], field: string): string => {
  if (field === '_id') return 'id';
  return columns.includes(field) ? quoted(columnName(field)) : `field(body, ${literal(field)})`;
};

/** A side of a range. */
export type Side = 'lower' | 'upper';

/**
 * A condition in SQL. The side that is `passed` holds all the same, but nothing is sought by it: SQLite seeks by one bound only, and would
 * go through all rows between this one and where the last page ended, for every page again.
 */
export const conditionSql = (columns: readonly string[], condition: ColumnCondition, passed?: Side): SqlFragment => {
  const of = expression(columns, condition.field);
  if (condition.kind === 'among') return amongSql(of, condition.values);
  const { field, bounds } = condition;
  const isOfNumbers = bounds.every(([, value]) => typeof value === 'number');
  return isOfNumbers && isUnindexed(columns, field) ? numbersSql(field, bounds) : rangeSql(of, bounds, passed);
};

const isUnindexed = (columns: readonly string[], field: string): boolean => field !== '_id' && !columns.includes(field);

/** A range of numbers in a field without a column: read by SQLite itself, where {@link expression} would call a function of ours with the whole document for each bound. */
function numbersSql(field: string, bounds: Bounds): SqlFragment {
  const path = `body, ${literal(`$.${field}`)}`;
  const own = bounds.map(([operator]) => `json_extract(${path}) ${operator} ?`);
  const kind = `json_type(${path}) IN ('integer', 'real')`;
  return { sql: [...own, kind].join(' AND '), values: bounds.map(([, value]) => value) };
}

function amongSql(of: string, values: readonly Value[]): SqlFragment {
  const [first] = values;
  if (first === undefined) return { sql: '0', values: [] };
  if (values.length === 1) return { sql: `${of} = ?`, values };
  const padded = [...values, ...Array.from({ length: nextPower(values.length) - values.length }, () => first)];
  return { sql: `${of} IN (${padded.map(() => '?').join(',')})`, values: padded };
}

/** Lists are padded to 2, 4, 8 … 128 values, so that few different statements are prepared. */
const nextPower = (count: number) => 2 ** Math.ceil(Math.log2(count));

type Bounds = Extract<ColumnCondition, { kind: 'range' }>['bounds'];

/** A range holds values of its bounds' type only: an open side is closed where that type ends. */
function rangeSql(of: string, bounds: Bounds, passed?: Side): SqlFragment {
  const sides = { lower: passed === 'lower' ? `+${of}` : of, upper: passed === 'upper' ? `+${of}` : of };
  const own = bounds.map(([operator]) => `${sides[sideOf(operator)]} ${operator} ?`);
  const ends = bounds.map(([operator, value]) => edgeOfType(sides, sideOf(operator), typeof value === 'number'));
  const closed = new Set(bounds.map(([operator]) => sideOf(operator))).size === 2;
  const open = !closed || new Set(bounds.map(([, value]) => typeof value)).size > 1;
  return { sql: [...own, ...(open ? ends : [])].join(' AND '), values: bounds.map(([, value]) => value) };
}

const sideOf = (operator: Operator): Side => (operator.startsWith('>') ? 'lower' : 'upper');

/** The end of a type on the side that a bound leaves open. */
function edgeOfType({ lower, upper }: Readonly<Record<Side, string>>, bound: Side, numeric: boolean): string {
  if (numeric) return bound === 'lower' ? `${upper} < ''` : `${lower} > ${missingSql}`;
  return bound === 'lower' ? `${upper} < x''` : `${lower} >= ''`;
}
