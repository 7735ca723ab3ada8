import { isFields } from './ejson';

/** Where a type stands in MongoDB's order of types. */
export function rankOf(value: unknown): number {
  if (value === null || value === undefined) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (isFields(value)) return 4;
  if (Array.isArray(value)) return 5;
  if (typeof value === 'boolean') return 8;
  throw new Error(`the stand-in keeps no ${typeof value}`);
}

/** Compares two values as MongoDB orders them: by type, then by value; text by its bytes. Missing is null. */
export function compareBson(one: unknown, other: unknown): number {
  const [left, right] = [rankOf(one), rankOf(other)];
  if (left !== right) return left - right;
  if (typeof one === 'number' && typeof other === 'number') return one < other ? -1 : Number(one > other);
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other));
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other);
  if (Array.isArray(one) && Array.isArray(other)) return compareLists(one, other);
  if (isFields(one) && isFields(other)) return compareLists(Object.entries(one).flat(), Object.entries(other).flat());
  return 0;
}

function compareLists(one: readonly unknown[], other: readonly unknown[]): number {
  for (const [at, value] of one.entries()) {
    if (at >= other.length) return 1;
    const difference = compareBson(value, other[at]);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** The value at a dotted path; undefined when it is missing. Does not look inside lists. */
export const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce((at: unknown, name) => (isFields(at) ? at[name] : undefined), document);

/** Sorts by several paths, 1 upwards and -1 downwards, as `sort` of MongoDB does for values that are no lists. */
export function sorted<D>(documents: readonly D[], order: { readonly [path: string]: unknown }): D[] {
  const keys = Object.entries(order).map(([path, sign]) => ({ path, sign: Number(sign) }));
  return [...documents].sort((one, other) => {
    for (const { path, sign } of keys) {
      const difference = compareBson(valueAt(one, path), valueAt(other, path));
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
}
