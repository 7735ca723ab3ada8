import { type Bound, readWhere as readQuestion } from '../../ports/document-question';
import { columnValue } from './column-value';
import type { Value } from './driver';

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const satisfies Readonly<Record<Bound, string>>;
type Operator = (typeof operators)[Bound];

/** One condition, in the values of columns. */
export type Asked =
  | { readonly kind: 'among'; readonly field: string; readonly values: readonly Value[] }
  | { readonly kind: 'range'; readonly field: string; readonly bounds: readonly (readonly [Operator, Value])[] };

/** Reads a `where`. Throws StoreMisused on what says nothing or nothing sensible. */
export const readWhere = (where: object): readonly Asked[] =>
  readQuestion(where).map((asked): Asked => {
    if (asked.kind === 'among') return { ...asked, values: asked.values.map(columnValue) };
    return { ...asked, bounds: asked.bounds.map(([bound, value]) => [operators[bound], columnValue(value)]) };
  });
