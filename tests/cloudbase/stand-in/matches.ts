import { compareBson, rankOf, valueAt } from './bson-order';
import { type Fields, fieldsOf, isFields, ServiceFault } from './ejson';

/**
 * Whether a document answers a query of MongoDB's language. Written for this stand-in and without mingo, which judges the
 * adapter: two readings of the language that do not know each other.
 */
export const matches = (document: Fields, query: Fields): boolean =>
  Object.entries(query).every(([key, condition]) => {
    if (key === '$and') return listOf(condition).every((each) => matches(document, each));
    if (key === '$or') return listOf(condition).some((each) => matches(document, each));
    if (key.startsWith('$')) throw new ServiceFault('DATABASE_INVALID_OPERRATOR', `not known here: ${key}`);
    return holds(candidates(valueAt(document, key)), condition);
  });

function listOf(condition: unknown): readonly Fields[] {
  if (!Array.isArray(condition) || condition.length === 0)
    throw new ServiceFault('DATABASE_REQUEST_FAILED', '$and and $or need a list that is not empty');
  return condition.map(fieldsOf);
}

/** A list answers as a whole and by each of its members. */
const candidates = (value: unknown): readonly unknown[] => (Array.isArray(value) ? [value, ...value] : [value]);

function holds(values: readonly unknown[], condition: unknown): boolean {
  const operators = isFields(condition) ? Object.entries(condition).filter(([name]) => name.startsWith('$')) : [];
  if (operators.length === 0) return values.some((value) => same(value, condition));
  return operators.every(([name, operand]) => operator(values, name, operand));
}

const same = (value: unknown, wanted: unknown) => compareBson(value, wanted) === 0;

function operator(values: readonly unknown[], name: string, operand: unknown): boolean {
  // Comparison looks at values of the operand's type only.
  const ofType = values.filter((value) => rankOf(value) === rankOf(operand));
  if (name === '$eq') return values.some((value) => same(value, operand));
  if (name === '$ne') return !values.some((value) => same(value, operand));
  if (name === '$gt') return ofType.some((value) => compareBson(value, operand) > 0);
  if (name === '$gte') return ofType.some((value) => compareBson(value, operand) >= 0);
  if (name === '$lt') return ofType.some((value) => compareBson(value, operand) < 0);
  if (name === '$lte') return ofType.some((value) => compareBson(value, operand) <= 0);
  if (name === '$in' && Array.isArray(operand))
    return operand.some((each) => values.some((value) => same(value, each)));
  throw new ServiceFault('DATABASE_INVALID_OPERRATOR', `not known here: ${name}`);
}
