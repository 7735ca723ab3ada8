import type { Scalar } from '../../ports/document-store';

/**
 * How a value stands in an index, as text that PostgreSQL compares byte by byte (COLLATE "C"): nothing for what is missing,
 * then numbers, texts by code point, false, true. The same law stands in SQL (layout-steps.ts); a test holds them together.
 */
export const sortKey = (value: Scalar): string => {
  if (typeof value === 'string') return `2${storedText(value)}`;
  if (typeof value === 'number') return `1${numberKey(value)}`;
  if (typeof value === 'boolean') return value ? '4' : '3';
  return '';
};

/** Where the kind of a key begins and where the next kind begins, for ranges that hold one kind only. */
export const kindEdges = (value: string | number): readonly [string, string] =>
  typeof value === 'number' ? ['1', '2'] : ['2', '3'];

const bits = new DataView(new ArrayBuffer(8));

/** The bits of a double in the order of numbers, in sixteen hexadecimal digits. */
function numberKey(value: number): string {
  bits.setFloat64(0, value === 0 ? 0 : value);
  const [high, low] = [bits.getUint32(0), bits.getUint32(4)];
  const negative = high >= 0x8000_0000;
  return negative ? hex(~high) + hex(~low) : hex(high ^ 0x8000_0000) + hex(low);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about
const odd = /[\u0000\u0001]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about
const written = /\u0001(?:([\u0001\u0002])|\u0003([0-9a-f]{4}))/g;

/** PostgreSQL keeps neither NUL nor half a surrogate pair: they, and the character they are written with, become two or more. Order stays. */
export const storedText = (text: string): string =>
  text.search(odd) < 0 ? text : text.replace(odd, (found) => writtenAs[found] ?? `\u0001\u0003${codeOf(found)}`);

const writtenAs: Readonly<Record<string, string>> = { '\u0000': '\u0001\u0001', '\u0001': '\u0001\u0002' };
const codeOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

/** The text that {@link storedText} was given. */
export const textOf = (stored: string): string =>
  stored.includes('\u0001')
    ? stored.replace(written, (_all, pair: string | undefined, code: string | undefined) =>
        code === undefined
          ? String.fromCharCode(pair === '\u0001' ? 0 : 1)
          : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : stored;
