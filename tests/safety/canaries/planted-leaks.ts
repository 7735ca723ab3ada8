import { appendFileSync, copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';
import { gb18030 } from '../../world/leaks';
import type { Canary } from './canary-people';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const escaped = (text: string) =>
  text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** An archive of one packed entry whose directory does not name it. */
function zipped(text: string): Buffer {
  const [name, packed] = [utf8('sheet.xml'), deflateRawSync(utf8(`<t>${text}</t>`))];
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, packed]);
}

/** Every form in which a leak is planted. Base 64 as it is broken in mails, and packed archives within it, go through the same door. */
export const forms: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': utf8,
  'utf-16 little-endian': (text) => Buffer.from(text, 'utf16le'),
  'utf-16 big-endian': (text) => Buffer.from(text, 'utf16le').swap16(),
  'gb 18030': gb18030,
  hexadecimal: (text) => utf8(utf8(text).toString('hex')),
  'capital hexadecimal': (text) => utf8(utf8(text).toString('hex').toUpperCase()),
  reversed: (text) => utf8([...text].reverse().join('')),
  'url-encoded': (text) => utf8(`name=${encodeURIComponent(text)}&`),
  'json escapes': (text) => utf8(`"${escaped(text)}"`),
  'base 64': (text) => utf8(utf8(text).toString('base64')),
  'base 64 one byte in': (text) => utf8(utf8(`{${text}}`).toString('base64')),
  'base 64 two bytes in': (text) => utf8(utf8(`{"${text}"`).toString('base64url')),
};

/** Containers, which are files of their own or parts of a mail. */
const packed: Readonly<Record<string, (text: string) => Buffer>> = {
  gzip: (text) => gzipSync(utf8(`{"name":"${text}"}`)),
  zip: zipped,
  'zip within gzip': (text) => gzipSync(zipped(text)),
  'zip in a mail': (text) =>
    utf8(
      `Content-Transfer-Encoding: base64\r\n\r\n${zipped(text)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n')}\r\n`,
    ),
  'quoted-printable in a mail': (text) =>
    utf8(
      [...utf8(text)]
        .map((one) => `=${one.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('')
        .replace(/(.{72})/g, '$1=\r\n'),
    ),
};

/** A kind of place in which the host or its commands write: which file of a life is one. */
export const kindsOfPlace = {
  'database row': /^data\/store\/.*\.sqlite$/,
  'bytes of a database': /^data\/store\/.*\.sqlite$/,
  'write-ahead log': /\.sqlite-wal$/,
  keys: /^master\.key\.store\/.*\.sqlite$/,
  'stored file': /^data\/objects\//,
  log: /^logs\/host\.log$/,
  'temporary file': /^temporary\//,
  mail: /^mails\//,
  backup: /^backup\/data\//,
  'backup of keys': /^backup\/keys\//,
  reply: /^replies\/nobody\//,
  export: /^replies\/rider-\d+\/rights\.export-own\.json$/,
  extract: /^replies\/official-asker\/tracing\.open-measure\.json$/,
} as const;
type KindOfPlace = keyof typeof kindsOfPlace;

/** A leak that was made on purpose. */
export interface Planted {
  readonly kind: KindOfPlace | 'container';
  readonly form: string;
  readonly path: string;
  readonly canary: Canary;
}

/** Copies one file of each kind and writes a leak of each form into the copy; each leak of a file is of another canary. */
export function plantLeaks(life: string, into: string, canaries: readonly Canary[]): readonly Planted[] {
  rmSync(into, { recursive: true, force: true });
  const files = readdirSync(life, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(life, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const planted: Planted[] = [];
  const next = () => {
    const canary = canaries[planted.length % canaries.length];
    if (!canary) throw new Error('no canary to plant');
    return canary;
  };
  const at = (path: string) => {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    return join(into, path);
  };
  for (const [kind, where] of Object.entries(kindsOfPlace) as [KindOfPlace, RegExp][]) {
    const from = files.find((name) => where.test(name));
    // A host keeps nothing for a moment unless somebody sends much; of every other kind a life has left files.
    if (from === undefined && kind !== 'temporary file') throw new Error(`a life left no ${kind}`);
    const path = `${kind}/${(from ?? `${kind}.bin`).split('/').at(-1)}`;
    if (from === undefined) writeFileSync(at(path), '');
    else copyFileSync(join(life, from), at(path));
    for (const [form, spell] of Object.entries(forms)) {
      const canary = next();
      if (kind === 'database row') plantRow(at(path), spell(canary.text));
      else appendFileSync(at(path), Buffer.concat([utf8('\n'), spell(canary.text), utf8('\n')]));
      planted.push({ kind, form, path, canary });
    }
  }
  for (const [form, spell] of Object.entries(packed)) {
    const canary = next();
    const path = `container/${form}/leak.bin`;
    writeFileSync(at(path), spell(canary.text));
    planted.push({ kind: 'container', form, path, canary });
  }
  return planted;
}

/** A row long enough to lie in several pages, as a document that grew would. */
function plantRow(file: string, spelled: Buffer): void {
  const database = openDatabase(file);
  database.exec('CREATE TABLE IF NOT EXISTS leaked (value BLOB)');
  database
    .prepare('INSERT INTO leaked VALUES (?)')
    .run(Buffer.concat([Buffer.alloc(4_000, 0x20), spelled, Buffer.alloc(9_000, 0x20)]));
  database.close();
}

/** Those that a search did not find where they were put. */
export const missed = (
  planted: readonly Planted[],
  found: readonly { readonly path: string; readonly canary: Canary }[],
) => {
  const seen = new Set(found.map(({ path, canary }) => `${path} ${canary.text}`));
  return planted.filter(({ path, canary }) => !seen.has(`${path} ${canary.text}`));
};
