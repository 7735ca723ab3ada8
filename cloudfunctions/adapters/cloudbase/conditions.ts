import type { Scalar } from '../../ports/document-store';
import { isWhole, misused, pathOf } from './shape';

const bounds = ['gt', 'gte', 'lt', 'lte'] as const;
type Bound = (typeof bounds)[number];

/** One condition, every value of it checked. */
export type Asked =
  | { readonly kind: 'among'; readonly field: string; readonly values: readonly Scalar[] }
  | {
      readonly kind: 'range';
      readonly field: string;
      readonly bounds: readonly (readonly [Bound, string | number])[];
    };

/**
 * Reads a `where`. The SDK drops a key that is undefined and answers more than was asked, so everything that says nothing
 * throws here, whatever got past the types.
 */
export const readWhere = (where: object): readonly Asked[] =>
  Object.entries(where).map(([field, condition]: [string, unknown]) => read(field, condition));

function read(field: string, condition: unknown): Asked {
  pathOf(field);
  if (isScalar(condition)) return among(field, [condition]);
  if (typeof condition !== 'object' || condition === null) return misused(`the condition on ${field} says nothing`);
  return 'in' in condition ? among(field, condition.in) : range(field, Object.entries(condition));
}

function among(field: string, list: unknown): Asked {
  if (!Array.isArray(list) || list.length > 100) return misused(`${field}: at most 100 values`);
  const values = list.map((value: unknown) =>
    isScalar(value) ? checked(field, value) : misused(`${field}: no scalar`),
  );
  return { kind: 'among', field, values: [...new Set(values)].filter(canBeKept) };
}

function range(field: string, entries: readonly (readonly [string, unknown])[]): Asked {
  if (entries.length === 0) return misused(`the range on ${field} has no bound`);
  return { kind: 'range', field, bounds: entries.map(([name, value]) => readBound(field, name, value)) };
}

function readBound(field: string, name: string, value: unknown): readonly [Bound, string | number] {
  const bound = bounds.find((each) => each === name) ?? misused(`${field}: not a bound: ${name}`);
  if (typeof value !== 'string' && typeof value !== 'number') return misused(`${field}: a bound is a text or a number`);
  return [bound, typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : checked(field, value)];
}

/** Whether a value can be compared. */
export const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const checked = <S extends Scalar>(field: string, value: S): S =>
  typeof value === 'number' && !Number.isFinite(value) ? misused(`${field}: not a number of JSON`) : value;

/** Text with half a character in it lies where no condition reaches (`envelope.ts`), so nothing equals it. */
const canBeKept = (value: Scalar): boolean => typeof value !== 'string' || isWhole(value);
