import { createHash } from 'node:crypto';
import { closeSync, constants, fdatasyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { appendAll, writeFlushed } from './flushed-file';

/** A file of records, each with its length and a checksum before it: a record is there whole or not at all. */
export interface AppendLog {
  /** Records that were there when it was opened, in their order. */
  readonly records: readonly unknown[];
  /** Adds a record; on the disk when it returns, where `flushed`. Throws where the disk does not take it: the log is as before then. */
  append(record: object, flushed: boolean): void;
  /** Puts these records in the place of all, at once. */
  replace(records: readonly object[]): void;
  /** Bytes of the file. */
  bytes(): number;
  close(): void;
}

const headBytes = 12;
const longestRecord = 1 << 20;

/** Opens the log, or makes it. What a power cut left of a last record is cut off; it was never acknowledged. */
export function openAppendLog(path: string): AppendLog {
  let file = open(path);
  const { records, length } = read(readFileSync(file));
  let bytes = length;
  ftruncateSync(file, bytes);
  return {
    records,
    append(record, flushed) {
      const framed = framedRecord(record);
      appendAll(file, framed, bytes);
      if (flushed) flush(file, bytes);
      bytes += framed.length;
    },
    replace(next) {
      const whole = Buffer.concat(next.map(framedRecord));
      writeFlushed(path, whole);
      closeSync(file);
      file = open(path);
      bytes = whole.length;
    },
    bytes: () => bytes,
    close: () => closeSync(file),
  };
}

const open = (path: string): number => openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);

/** A record that the disk did not take is none, though its bytes may lie in the file. */
function flush(file: number, length: number): void {
  try {
    fdatasyncSync(file);
  } catch (fault) {
    ftruncateSync(file, length);
    throw fault;
  }
}

const checksum = (payload: Uint8Array): Buffer => createHash('sha256').update(payload).digest().subarray(0, 8);

function framedRecord(record: object): Buffer {
  const payload = Buffer.from(JSON.stringify(record));
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(payload.length);
  checksum(payload).copy(head, 4);
  return Buffer.concat([head, payload]);
}

/** The whole records from the beginning, and where they end. */
function read(bytes: Buffer): { readonly records: readonly unknown[]; readonly length: number } {
  const records: unknown[] = [];
  let at = 0;
  for (let end = endOf(bytes, at); end !== undefined; end = endOf(bytes, at)) {
    records.push(JSON.parse(bytes.toString('utf8', at + headBytes, end)));
    at = end;
  }
  return { records, length: at };
}

function endOf(bytes: Buffer, at: number): number | undefined {
  if (at + headBytes > bytes.length) return undefined;
  const size = bytes.readUInt32LE(at);
  const end = at + headBytes + size;
  if (size === 0 || size > longestRecord || end > bytes.length) return undefined;
  return checksum(bytes.subarray(at + headBytes, end)).equals(bytes.subarray(at + 4, at + headBytes)) ? end : undefined;
}
