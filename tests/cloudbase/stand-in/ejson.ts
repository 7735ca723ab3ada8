import { EJSON } from 'bson';

/** A document or a query as the database sees it. */
export type Fields = { readonly [name: string]: unknown };

/** What the service says about a request it does not take: the code and the message of its answer. */
export class ServiceFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Reads canonical extended JSON; a number that does not say its type, or anything undefined, is refused. */
export function readCanonical(text: unknown): Fields {
  if (typeof text !== 'string') throw new ServiceFault('INVALID_PARAM', 'not a text of extended JSON');
  const parsed: unknown = JSON.parse(text);
  refuseLoose(parsed);
  return fieldsOf(EJSON.parse(text, { relaxed: true }));
}

/** Every number must say its type and be one of it: a bare one, or a long that is none, would be another number there. */
function refuseLoose(value: unknown): void {
  if (typeof value === 'number') throw new ServiceFault('INVALID_PARAM', 'not canonical extended JSON: a bare number');
  if (typeof value !== 'object' || value === null) return;
  const { $numberInt, $numberLong } = { $numberInt: undefined, $numberLong: undefined, ...value };
  const fits =
    ($numberInt === undefined || BigInt.asIntN(32, BigInt($numberInt)) === BigInt($numberInt)) &&
    ($numberLong === undefined || BigInt.asIntN(64, BigInt($numberLong)) === BigInt($numberLong));
  if (!fits) throw new ServiceFault('INVALID_PARAM', `not a number of its type: ${JSON.stringify(value)}`);
  for (const each of Object.values(value)) refuseLoose(each);
}

/** Writes a document as the service sends it. */
export const writeCanonical = (document: Fields): string => EJSON.stringify(document, { relaxed: false });

/** An object's fields; refuses lists and everything else. */
export function fieldsOf(value: unknown): Fields {
  if (!isFields(value)) throw new ServiceFault('INVALID_PARAM', 'not an object');
  return value;
}

/** Whether a value is an object of fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
