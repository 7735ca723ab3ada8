import type { Json } from '../../ports/document-store';

/** Text that JSON writes as it is. */
const isPlain = /^[ !#-[\]-~]*$/;

/** Names of fields as JSON writes them: few, and the same ones in every entry. */
const writtenNames = new Map<string, string>();
const maxNames = 1_000;

/**
 * JSON with the fields of every object in one order, whatever order they came in: what the sums of the access log are over, byte for byte
 * for ever. Written by hand because following a log is for the most part this. Fields whose name is a whole number come first, by their number,
 * as JavaScript has always put them.
 */
export function canonicalJson(value: Json | undefined): string {
  switch (typeof value) {
    case 'string':
      return textJson(value);
    case 'number':
    case 'boolean':
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : compositeJson(value);
    case 'undefined':
      return 'null';
  }
}

const textJson = (text: string): string => (isPlain.test(text) ? `"${text}"` : JSON.stringify(text));

function compositeJson(value: Exclude<Json, string | number | boolean | null>): string {
  return isList(value) ? listJson(value) : objectJson(value);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

function listJson(list: readonly Json[]): string {
  let written = '';
  for (const each of list) written += `${written === '' ? '' : ','}${canonicalJson(each)}`;
  return `[${written}]`;
}

function objectJson(object: { readonly [key: string]: Json }): string {
  let written = '';
  for (const name of namesInOrder(object)) {
    const value = object[name];
    if (value !== undefined) written += `${written === '' ? '' : ','}${nameJson(name)}:${canonicalJson(value)}`;
  }
  return `{${written}}`;
}

/** What JavaScript takes for a place in a list. */
const isWholeNumber = (name: string): boolean =>
  /^\d{1,10}$/.test(name) && String(Number(name) >>> 0) === name && name !== '4294967295';

/** JavaScript lists whole numbers first, by number: where there is one, the others follow. */
function namesInOrder(object: object): readonly string[] {
  const names = Object.keys(object);
  const [first] = names;
  if (first === undefined || !isWholeNumber(first)) return sorted(names);
  return [...names.filter(isWholeNumber), ...sorted(names.filter((name) => !isWholeNumber(name)))];
}

/** In place, each moved to its left: of a handful of names that is half the time of the built-in order. */
function sorted(names: string[]): readonly string[] {
  for (let at = 1; at < names.length; at += 1) {
    const name = names[at] ?? '';
    let to = at;
    for (let left = names[to - 1]; left !== undefined && left > name; left = names[to - 1]) {
      names[to] = left;
      to -= 1;
    }
    names[to] = name;
  }
  return names;
}

function nameJson(name: string): string {
  const known = writtenNames.get(name);
  if (known !== undefined) return known;
  const written = JSON.stringify(name);
  if (writtenNames.size < maxNames) writtenNames.set(name, written);
  return written;
}
