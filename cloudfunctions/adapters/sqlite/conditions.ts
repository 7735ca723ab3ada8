import type { Scalar } from '../../ports/document-store';
import { columnValue } from './column-value';
import type { Value } from './driver';
import { misused, plainField } from './misuse';

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
type Operator = (typeof operators)[keyof typeof operators];

/** One condition, in the values of columns. */
export type Asked =
  | { readonly kind: 'among'; readonly field: string; readonly values: readonly Value[] }
  | { readonly kind: 'range'; readonly field: string; readonly bounds: readonly (readonly [Operator, Value])[] };

/**
 * Reads a `where`. Throws on what says nothing or nothing sensible (an undefined value would silently widen the
 * answer), whatever got past the types.
 */
export const readWhere = (where: object): readonly Asked[] =>
  Object.entries(where).map(([field, condition]: [string, unknown]) => readCondition(plainField(field), condition));

function readCondition(field: string, condition: unknown): Asked {
  if (isScalar(condition)) return { kind: 'among', field, values: [asked(field, condition)] };
  if (typeof condition !== 'object' || condition === null) return misused(`the condition on ${field} says nothing`);
  if ('in' in condition) return readAmong(field, condition.in);
  return readRange(field, Object.entries(condition));
}

function readAmong(field: string, list: unknown): Asked {
  if (!Array.isArray(list) || list.length > 100) return misused(`${field}: at most 100 values`);
  const values = list.map((value: unknown) => (isScalar(value) ? asked(field, value) : misused(`${field}: no scalar`)));
  return { kind: 'among', field, values };
}

function readRange(field: string, entries: readonly (readonly [string, unknown])[]): Asked {
  if (entries.length === 0) return misused(`the range on ${field} has no bound`);
  return { kind: 'range', field, bounds: entries.map(([name, bound]) => readBound(field, name, bound)) };
}

function readBound(field: string, name: string, bound: unknown): readonly [Operator, Value] {
  if (!isOperator(name)) return misused(`${field}: not a bound: ${name}`);
  if (typeof bound !== 'string' && typeof bound !== 'number') return misused(`${field}: a bound is a text or a number`);
  return [operators[name], asked(field, bound)];
}

const isOperator = (name: string): name is keyof typeof operators => Object.hasOwn(operators, name);

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const asked = (field: string, value: Scalar): Value =>
  typeof value === 'number' && !Number.isFinite(value) ? misused(`${field}: not a number of JSON`) : columnValue(value);
