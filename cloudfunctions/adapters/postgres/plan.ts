import type { Asked } from '../../ports/document-question';
import type { Shape } from './shape';

/** An order by one field, or by `_id` alone. */
export interface Ordering {
  readonly field?: string;
  readonly descending: boolean;
}

/**
 * Whether the few matches of one index are to be found first and sorted then. Without being told, PostgreSQL may walk the ids
 * of a whole day in their order until a page is full, for a rider who has three. True when every field of an index is named
 * by equality and the order is that of ids, which an index of a day does not have.
 */
export const findsFirst = (shape: Shape, asked: readonly Asked[], { field }: Ordering): boolean => {
  if (field !== undefined || asked.some((each) => each.field === '_id')) return false;
  const named = new Map(
    asked.flatMap((each) => (each.kind === 'among' ? [[each.field, each.values.length] as const] : [])),
  );
  const inOrder = (count: number | undefined) => count === 1 && !shape.daily;
  return shape.indexes.some(
    (fields) => fields.every((each) => named.has(each)) && !fields.every((each) => inOrder(named.get(each))),
  );
};
