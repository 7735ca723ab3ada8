import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gunzipSync, inflateRawSync } from 'node:zlib';
import { openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';

/** Something inside of a file that reads otherwise than its bytes. */
export interface Content {
  /** How it was reached: `gzip`, `zip: xl/sheet1.xml`, `base64`, `rows`. */
  readonly by: string;
  readonly bytes: Buffer;
}

/** Packed and packed again, as a workbook within a mail within an archive. */
const deepest = 5;

/** The bytes themselves and all that is packed or spelled inside of them, again and again. */
export function* contentsOf(bytes: Buffer, by = 'bytes', depth = 0): Generator<Content> {
  yield { by, bytes };
  if (depth >= deepest) return;
  for (const inner of [...unpacked(bytes), ...unspelled(bytes)])
    yield* contentsOf(inner.bytes, `${by} > ${inner.by}`, depth + 1);
}

function* unpacked(bytes: Buffer): Generator<Content> {
  if (bytes.length > 18 && bytes.readUInt16BE(0) === 0x1f8b) {
    const plain = tried(() => gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));
    if (plain) yield { by: 'gzip', bytes: plain };
  }
  if (bytes.length > 30 && bytes.readUInt32LE(0) === zipEntry) yield* zipped(bytes);
}

const zipEntry = 0x04034b50;

/** Entries by their own headers, so that what a directory leaves out is seen too. */
function* zipped(bytes: Buffer): Generator<Content> {
  const mark = Buffer.from('PK\u0003\u0004', 'latin1');
  for (let at = 0; at !== -1 && at + 30 <= bytes.length; at = bytes.indexOf(mark, at + 4)) {
    const [method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const begins = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26));
    if (method === 0) yield { by: `zip: ${name}`, bytes: bytes.subarray(begins, begins + size) };
    const plain =
      method === 8 && tried(() => inflateRawSync(bytes.subarray(begins), { finishFlush: constants.Z_SYNC_FLUSH }));
    if (plain) yield { by: `zip: ${name}`, bytes: plain };
  }
}

/** Lines of base 64, as mails and exports have them: too long for a word, and broken wherever the writer breaks. */
const base64Runs = /(?:[A-Za-z0-9+/_-]{40,}(?:\r?\n|\\r\\n|\\n))+[A-Za-z0-9+/_-]*={0,2}|[A-Za-z0-9+/_-]{40,}={0,2}/g;
const quoted = /(?:=[0-9A-F]{2}){2}/;

function* unspelled(bytes: Buffer): Generator<Content> {
  const text = bytes.toString('latin1');
  for (const [run] of text.matchAll(base64Runs)) {
    const plain = Buffer.from(run.replace(/[\r\n]|\\r|\\n/g, ''), 'base64');
    // Only what is itself something: a key or a digest is bytes by chance.
    if (plain.length >= 30 && isSomething(plain)) yield { by: 'base64', bytes: plain };
  }
  if (quoted.test(text)) {
    const plain = text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    yield { by: 'quoted-printable', bytes: Buffer.from(plain, 'latin1') };
  }
}

const isSomething = (bytes: Buffer): boolean =>
  bytes.readUInt16BE(0) === 0x1f8b ||
  bytes.readUInt32LE(0) === zipEntry ||
  !Buffer.from(
    bytes
      .subarray(0, 4_096)
      .toString('utf8')
      .replace(/\ufffd+$/, ''),
  ).includes('\ufffd');

/** A text or a blob of a row that lies in several pages is whole nowhere in the file. Of a copy: the host goes on with its own. */
export function rowsOf(file: string): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-rows-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    for (const ending of ['', '-wal'])
      if (existsSync(`${file}${ending}`)) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
    const database = openDatabase(copy);
    const parts: Buffer[] = [];
    for (const table of database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all())
      for (const row of database.prepare(`SELECT * FROM "${nameOf(table)}"`).iterate())
        for (const value of Object.values(Object(row))) parts.push(bytesOfValue(value), Buffer.from('\n'));
    database.close();
    return Buffer.concat(parts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nameOf = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : '';
const bytesOfValue = (value: unknown): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value));

function tried(work: () => Buffer): Buffer | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
