import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A form in which a text might rest. */
interface Spelling {
  readonly as: string;
  readonly bytes: Buffer;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** The characters of a base-64 text that no neighbour can change, for a secret that begins 0, 1 or 2 bytes into a group. */
function base64Core(secret: Buffer, offset: number, alphabet: 'base64' | 'base64url'): Buffer {
  const text = Buffer.concat([Buffer.alloc(offset), secret])
    .toString(alphabet)
    .replace(/=+$/, '');
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + secret.length) * 8) / 6);
  return utf8(text.slice(first, last));
}

const base64s = (text: string): readonly Spelling[] =>
  [utf8(text), Buffer.from(text, 'utf16le')].flatMap((secret) =>
    ([0, 1, 2] as const).flatMap((offset) =>
      (['base64', 'base64url'] as const).map((alphabet) => ({
        as: `${alphabet} at ${offset}`,
        bytes: base64Core(secret, offset, alphabet),
      })),
    ),
  );

const escaped = (text: string): string =>
  [...text]
    .map((one) => (one.charCodeAt(0) < 128 ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');

/** The bytes of a text in GB 18030, as registers of the state and their spreadsheets have it; a character of four bytes has no place here. */
export function gb18030(text: string): Buffer {
  known ??= twoByteTable();
  return Buffer.from(
    [...text].flatMap((one) => (one.charCodeAt(0) < 128 ? [one.charCodeAt(0)] : (known?.get(one) ?? unknownIn(one)))),
  );
}

let known: ReadonlyMap<string, readonly [number, number]> | undefined;

const unknownIn = (one: string): never => {
  throw new Error(`${one} has no two bytes in GB 18030`);
};

/** The runtime only reads GB 18030: every pair of bytes read once gives what writes it. */
function twoByteTable(): ReadonlyMap<string, readonly [number, number]> {
  const read = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      const text = read.decode(Uint8Array.of(first, second));
      if ([...text].length === 1 && text !== '\ufffd') found.set(text, [first, second]);
    }
  return found;
}

/** Every form that is looked for: thirteen kinds of them. */
export const spellingsOf = (text: string): readonly Spelling[] => [
  { as: 'utf-8', bytes: utf8(text) },
  { as: 'utf-16 little-endian', bytes: Buffer.from(text, 'utf16le') },
  { as: 'utf-16 big-endian', bytes: swapped(text) },
  { as: 'gb 18030', bytes: gb18030(text) },
  { as: 'hexadecimal', bytes: utf8(utf8(text).toString('hex')) },
  { as: 'capital hexadecimal', bytes: utf8(utf8(text).toString('hex').toUpperCase()) },
  { as: 'reversed', bytes: utf8([...text].reverse().join('')) },
  { as: 'url-encoded', bytes: utf8(encodeURIComponent(text)) },
  { as: 'json escapes', bytes: utf8(escaped(text)) },
  { as: 'lower case', bytes: utf8(text.toLowerCase()) },
  ...base64s(text),
];

/** Every secret that rests in a folder's files in any form, as `file: secret as form`. Sees write-ahead logs too. */
export const leaksIn = (folder: string, secrets: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return secrets.flatMap((secret) =>
        spellingsOf(secret)
          .filter((spelling) => bytes.includes(spelling.bytes))
          .map(({ as }) => `${entry.name}: ${secret} as ${as}`),
      );
    });
