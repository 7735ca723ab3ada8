import { dayOfId, misused } from '../../ports/document-query';
import type { Collection, Doc, Stored } from '../../ports/document-store';
import { askableNumber, isDaily, isPlain, isWhole } from './collection-fields';

/** What can be asked for. Null is left out, so that it stands where missing stands. */
type Fields = Readonly<Record<string, string | number | boolean>>;

/**
 * A document as it lies in the cloud. Texts, numbers and truths of plainly named fields stand in `f`, where indexes and
 * conditions reach them. Everything else is JSON text in `rest`: lists and objects count as missing in an order, and what
 * looks like a date, a place or an operator of the database is never read as one. `w` names the last writers
 * (`docs/decisions/086-safe-retries-in-cloudbase.md`).
 */
export interface Envelope {
  readonly _id: string;
  readonly v: number;
  readonly w: readonly string[];
  readonly f: Fields;
  readonly rest: string;
}

/** The part of an envelope that an update replaces. */
export type Contents = Pick<Envelope, 'f' | 'rest'>;

const longest = 4_000_000;

/** Takes the document as it is now. Throws when its partition or the database could not keep it as it is. */
export function contentsOf<D extends Doc>(collection: Collection<D>, document: D): Contents {
  const { _id } = document;
  if (typeof _id !== 'string' || _id === '' || !isWhole(_id)) return misused('a document needs an _id of text');
  if (isDaily(collection) && (dayOfId(_id) === '' || Reflect.get(document, 'day') !== dayOfId(_id)))
    return misused(`${collection.name}: the _id must begin with the day`);
  const fields: Record<string, string | number | boolean> = {};
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document)) {
    if (name === '_id' || name === '_v') continue;
    const standing = isPlain(name) ? fieldValue(value) : undefined;
    if (standing !== undefined) fields[name] = standing;
    if (standing !== value && value !== 0) Object.defineProperty(others, name, { value, enumerable: true });
  }
  const rest = JSON.stringify(others);
  if (rest.length + lengthOf(fields) > longest) misused(`the document ${_id} is longer than ${longest} characters`);
  return { f: fields, rest: rest === '{}' ? '' : rest };
}

/** What stands in `f` for a value; undefined for what cannot be asked for. */
function fieldValue(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'string') return isWhole(value) ? value : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? askableNumber(value) : undefined;
  return typeof value === 'boolean' ? value : undefined;
}

const lengthOf = (fields: Fields): number =>
  Object.values(fields).reduce<number>((sum, value) => sum + String(value).length, 0);

/** The document inside. Throws for what is no envelope of ours. */
export function documentOf<D extends Doc>(found: unknown): Stored<D> {
  const { _id, v, f, rest } = readEnvelope(found);
  const others: D = JSON.parse(rest === '' ? '{}' : rest);
  return { ...f, ...others, _id, _v: v };
}

/** Reads what the cloud gave as an envelope; throws when it is none. */
function readEnvelope(found: unknown): Envelope {
  if (typeof found !== 'object' || found === null) throw new Error('not a document of ours');
  const { _id, v, w, f, rest }: Partial<Envelope> = found;
  if (typeof _id !== 'string' || typeof v !== 'number' || typeof rest !== 'string')
    throw new Error('not a document of ours');
  if (!Array.isArray(w) || typeof f !== 'object' || f === null) throw new Error('not a document of ours');
  return { _id, v, w, f, rest };
}

/** The `_id` of a row that the cloud gave; undefined when there is no row. */
export const idIn = (row: unknown): string | undefined =>
  typeof row === 'object' && row !== null && '_id' in row ? String(row._id) : undefined;

/** The last writers that a row names. */
export const writersIn = (row: unknown): readonly unknown[] =>
  typeof row === 'object' && row !== null && 'w' in row && Array.isArray(row.w) ? row.w : [];
