import type { Ordering } from '../../ports/document-query';
import type { CollectionSpec, IndexSpec } from './collection-spec';
import type { ColumnCondition } from './conditions';

/** More matches than this are not sorted for one page when another index has them in order. */
export const maxSorted = 10_000;

/**
 * Chooses the index, always the same for the same question: most leading fields by equality, then a range, then the
 * order wanted, then the one declared first. `matches` says whether an index narrows to {@link maxSorted} rows;
 * it is asked only when the best index would have to sort. Undefined: no index serves.
 */
export const chooseIndex = (
  spec: CollectionSpec,
  conditions: readonly ColumnCondition[],
  order: Ordering,
  matches: (index: IndexSpec) => boolean,
): IndexSpec | undefined => {
  const rated = spec.indexes.map((index) => rate(spec, index, conditions, order));
  const inOrder = rated.find(({ ordered }) => ordered)?.index;
  const best = rated.filter(({ narrows }) => narrows > 0).reduce<Rated | undefined>(better, undefined);
  if (!best) return inOrder;
  if (best.ordered || !inOrder || matches(best.index)) return best.index;
  return inOrder;
};

interface Rated {
  readonly index: IndexSpec;
  readonly narrows: number;
  readonly ordered: boolean;
}

const better = (a: Rated | undefined, b: Rated): Rated => (a && score(a) >= score(b) ? a : b);

const score = ({ narrows, ordered }: Rated) => narrows * 2 + Number(ordered);

function rate(spec: CollectionSpec, index: IndexSpec, conditions: readonly ColumnCondition[], order: Ordering): Rated {
  const kinds = index.fields.map((field) => kindOf(conditions, field));
  const equal = leading(kinds, (kind) => kind === 'one' || kind === 'some');
  const narrows = equal * 2 + Number(kinds[equal] === 'range');
  const sequence = spec.daily ? index.fields : [...index.fields, '_id'];
  const rest = sequence.slice(leading(kinds, (kind) => kind === 'one'));
  return { index, narrows, ordered: rest[0] === (order.field ?? '_id') };
}

function kindOf(conditions: readonly ColumnCondition[], field: string): 'one' | 'some' | 'range' | 'none' {
  const found = conditions.find((each) => each.field === field);
  if (!found) return 'none';
  if (found.kind === 'range') return 'range';
  return found.values.length === 1 ? 'one' : 'some';
}

function leading<T>(list: readonly T[], holds: (each: T) => boolean): number {
  const end = list.findIndex((each) => !holds(each));
  return end < 0 ? list.length : end;
}
