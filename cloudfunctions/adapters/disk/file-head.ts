import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const mark = Buffer.from('TCO1');
const saltBytes = 16;
const fixedBytes = mark.length + saltBytes + 1;

/** What stands before the sealed body: mark, salt, content type. */
export interface FileHead {
  readonly salt: Uint8Array;
  readonly contentType: string;
  /** Length of the head in the file. */
  readonly length: number;
}

/** A head for a new file, and its bytes. */
export function newHead(contentType: string): { readonly head: FileHead; readonly bytes: Buffer } {
  const type = Buffer.from(contentType, 'latin1');
  if (type.length > 255) throw new RangeError('a content type has at most 255 characters');
  const salt = randomBytes(saltBytes);
  const bytes = Buffer.concat([mark, salt, Buffer.from([type.length]), type]);
  return { head: { salt, contentType, length: bytes.length }, bytes };
}

/** Reads the head of a file of ours; throws for any other file. */
export async function readHead(file: FileHandle): Promise<FileHead> {
  const bytes = Buffer.alloc(fixedBytes + 255);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
  const typeBytes = bytes.readUInt8(fixedBytes - 1);
  const length = fixedBytes + typeBytes;
  if (bytesRead < length || !bytes.subarray(0, mark.length).equals(mark)) throw new Error('not a stored object');
  return {
    salt: Uint8Array.from(bytes.subarray(mark.length, mark.length + saltBytes)),
    contentType: bytes.toString('latin1', fixedBytes, length),
    length,
  };
}
