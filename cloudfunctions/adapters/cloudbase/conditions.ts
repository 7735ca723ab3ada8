import { type CheckedCondition, readWhere } from '../../ports/document-query';
import type { Scalar } from '../../ports/document-store';
import { isWhole } from './collection-fields';

/**
 * Reads a `where` in values that the cloud can compare. The SDK drops a key that is undefined and answers more than was asked, so
 * everything that says nothing throws here, whatever got past the types.
 */
export const readCloudWhere = (where: object): readonly CheckedCondition[] =>
  readWhere(where).map((condition): CheckedCondition => {
    if (condition.kind === 'among') return { ...condition, values: [...new Set(condition.values)].filter(canBeKept) };
    return { ...condition, bounds: condition.bounds.map(([bound, value]) => [bound, wholeValue(value)]) };
  });

/** Text with half a character in it lies where no condition reaches (`envelope.ts`), so nothing equals it. */
const canBeKept = (value: Scalar): boolean => typeof value !== 'string' || isWhole(value);

const wholeValue = (value: string | number): string | number =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
