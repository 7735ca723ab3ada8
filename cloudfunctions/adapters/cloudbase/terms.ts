import { type CheckedCondition, misused, type Ordering, type Position } from '../../ports/document-query';
import type { Collection, Doc } from '../../ports/document-store';
import { idsOfDay, isDaily } from './collection-fields';

/** One thing that must hold: a condition, or one of several lists of things. */
export type Term = CheckedCondition | { readonly kind: 'either'; readonly of: readonly (readonly Term[])[] };

/**
 * What the named days mean for ids: with it the database walks its own index of ids through these days and no others.
 * Throws when a collection that grows by the day is queried without naming days.
 */
export function withinDays<D extends Doc>(
  collection: Collection<D>,
  conditions: readonly CheckedCondition[],
): readonly Term[] {
  if (!isDaily(collection)) return [];
  const named = conditions.find(({ field }) => field === 'day');
  if (named?.kind !== 'among') return misused(`${collection.name} is partitioned: name the day, by equality or in`);
  const days = named.values.filter((day) => typeof day === 'string').sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : [idRange(idsOfDay(first).from, idsOfDay(last).until)];
}

/** Ids from one on, and before another. */
export const idRange = (from: string, until: string): Term => ({
  kind: 'range',
  field: '_id',
  bounds: [
    ['gte', from],
    ['lt', until],
  ],
});

/** One id. */
export const idIs = (id: string): Term => ({ kind: 'among', field: '_id', values: [id] });

/** Whether no document can match: one of no values. */
export const isEmpty = (terms: readonly Term[]): boolean =>
  terms.some((term) => term.kind === 'among' && term.values.length === 0);

/** What comes after a position. The database compares within one type only, so each type is a branch of its own. */
export function termsAfter({ field, descending }: Ordering, { id, value }: Position): readonly Term[] {
  const beyondId: Term = { kind: 'range', field: '_id', bounds: [[descending ? 'lt' : 'gt', id]] };
  if (field === undefined) return [beyondId];
  const types = wholeTypes(field);
  const rank = rankOf(value);
  const whole = descending ? types.slice(0, rank).reverse() : types.slice(rank + 1);
  const same: Term = { kind: 'among', field, values: [value] };
  return [{ kind: 'either', of: [[same, beyondId], ...beyondValue(field, descending, value), ...whole] }];
}

/** Everything of a type, in the order of types: missing, numbers, texts, truths. */
const wholeTypes = (field: string): readonly (readonly Term[])[] => [
  [{ kind: 'among', field, values: [null] }],
  [{ kind: 'range', field, bounds: [['gte', -Number.MAX_VALUE]] }],
  [{ kind: 'range', field, bounds: [['gte', '']] }],
  [{ kind: 'among', field, values: [false, true] }],
];

function rankOf(value: Position['value']): number {
  if (value === null) return 0;
  return ['number', 'string', 'boolean'].indexOf(typeof value) + 1;
}

/** The rest of the value's own type. */
function beyondValue(field: string, descending: boolean, value: Position['value']): readonly (readonly Term[])[] {
  if (value === null) return [];
  if (typeof value !== 'boolean') return [[{ kind: 'range', field, bounds: [[descending ? 'lt' : 'gt', value]] }]];
  return value === descending ? [[{ kind: 'among', field, values: [!descending] }]] : [];
}
