import { storedText, textOf } from './sort-key';

/** A document's JSON as JSONB takes it: every text and name in it written as {@link storedText} writes it. */
export const storedJson = (json: string): string =>
  mayBeOdd.test(json) ? JSON.stringify(JSON.parse(json, rewriting(storedText))) : json;

/** The document that {@link storedJson} was made of. */
export const parseStored = (stored: string) =>
  stored.includes('\\u0001') ? JSON.parse(stored, rewriting(textOf)) : JSON.parse(stored);

/** JSON.stringify writes NUL, U+0001 and halves of pairs as escapes; a text that only speaks of them is rewritten for nothing. */
const mayBeOdd = /\\u000[01]|\\ud[89a-f]/;

const rewriting = (write: (text: string) => string) => (_name: string, value: unknown) => {
  if (typeof value === 'string') return write(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [write(name), each]));
};
