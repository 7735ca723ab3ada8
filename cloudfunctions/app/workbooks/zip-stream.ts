/** What is known of a file of an archive when its last byte was written: its sum and length, and its deflated length. */
export interface PackedFacts {
  readonly crc: number;
  readonly bytes: number;
  readonly packed: number;
}

/** A file of an archive: its deflated bytes, made elsewhere, and what is known of them once they were read. */
export interface ZipEntry {
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly facts: () => PackedFacts;
}

/** 2020-01-01 00:00 as ZIP keeps time, without a zone: the bytes of a report must not depend on where and when it is formed. */
const writtenAt = (40 << 25) | (1 << 21) | (1 << 16);

/** Sizes follow the content; method deflate. */
const flags = 8;
const deflate = 8;
const widest = 0xff_ff_ff_ff;

interface Written {
  readonly path: string;
  readonly offset: number;
  readonly facts: PackedFacts;
}

/**
 * A ZIP archive as a stream. No ZIP library takes content that was deflated before, part by part and on different days, which is
 * how a large report comes to be; so these are the format's four records. One file ends before 4 GB, the archive need not.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { path, content, facts } of entries) {
    yield localHead(path);
    for await (const piece of content) yield piece;
    const known = facts();
    if (known.packed >= widest || known.bytes >= widest) throw new RangeError('a file of 4 GB or more in an archive');
    yield sizes(known);
    written.push({ path, offset, facts: known });
    offset += entryBytes(path, known);
  }
  const directory = Buffer.concat(written.map(directoryRecord));
  yield directory;
  yield ending(written.length, directory.length, offset);
}

const entryBytes = (path: string, { packed }: PackedFacts) => 30 + path.length + packed + 16;

/** The length of an archive, known before its first byte. */
export function zipBytes(entries: readonly { readonly path: string; readonly facts: PackedFacts }[]): number {
  let offset = 0;
  let directory = 0;
  for (const { path, facts } of entries) {
    directory += directoryRecord({ path, facts, offset }).length;
    offset += entryBytes(path, facts);
  }
  return offset + directory + ending(entries.length, directory, offset).length;
}

function record(size: number, mark: number, fill: (bytes: Buffer) => void, ...more: readonly Buffer[]): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(mark);
  fill(bytes);
  return Buffer.concat([bytes, ...more]);
}

function localHead(path: string): Buffer {
  const name = Buffer.from(path, 'latin1');
  const fill = (bytes: Buffer) => {
    bytes.writeUInt16LE(20, 4);
    bytes.writeUInt16LE(flags, 6);
    bytes.writeUInt16LE(deflate, 8);
    bytes.writeUInt32LE(writtenAt >>> 0, 10);
    bytes.writeUInt16LE(name.length, 26);
  };
  return record(30, 0x04_03_4b_50, fill, name);
}

const sizes = ({ crc, bytes: plain, packed }: PackedFacts): Buffer =>
  record(16, 0x08_07_4b_50, (bytes) => {
    bytes.writeUInt32LE(crc, 4);
    bytes.writeUInt32LE(packed, 8);
    bytes.writeUInt32LE(plain, 12);
  });

/** Beyond 4 GB the place of a file stands in a field of its own. */
function directoryRecord({ path, offset, facts: { crc, bytes: plain, packed } }: Written): Buffer {
  const far = offset >= widest;
  const name = Buffer.from(path, 'latin1');
  const extra = Buffer.alloc(far ? 12 : 0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const fill = (bytes: Buffer) => {
    bytes.writeUInt16LE((3 << 8) | 45, 4);
    bytes.writeUInt16LE(far ? 45 : 20, 6);
    bytes.writeUInt16LE(flags, 8);
    bytes.writeUInt16LE(deflate, 10);
    bytes.writeUInt32LE(writtenAt >>> 0, 12);
    bytes.writeUInt32LE(crc, 16);
    bytes.writeUInt32LE(packed, 20);
    bytes.writeUInt32LE(plain, 24);
    bytes.writeUInt16LE(name.length, 28);
    bytes.writeUInt16LE(extra.length, 30);
    bytes.writeUInt32LE((0o100644 << 16) >>> 0, 38);
    bytes.writeUInt32LE(far ? widest : offset, 42);
  };
  return record(46, 0x02_01_4b_50, fill, name, extra);
}

function ending(count: number, directory: number, offset: number): Buffer {
  const far = offset + directory >= widest;
  const end = record(22, 0x06_05_4b_50, (bytes) => {
    bytes.writeUInt16LE(count, 8);
    bytes.writeUInt16LE(count, 10);
    bytes.writeUInt32LE(far ? widest : directory, 12);
    bytes.writeUInt32LE(far ? widest : offset, 16);
  });
  if (!far) return end;
  const large = record(56, 0x06_06_4b_50, (bytes) => {
    bytes.writeBigUInt64LE(44n, 4);
    bytes.writeUInt16LE((3 << 8) | 45, 12);
    bytes.writeUInt16LE(45, 14);
    bytes.writeBigUInt64LE(BigInt(count), 24);
    bytes.writeBigUInt64LE(BigInt(count), 32);
    bytes.writeBigUInt64LE(BigInt(directory), 40);
    bytes.writeBigUInt64LE(BigInt(offset), 48);
  });
  const pointer = record(20, 0x07_06_4b_50, (bytes) => {
    bytes.writeBigUInt64LE(BigInt(offset + directory), 8);
    bytes.writeUInt32LE(1, 16);
  });
  return Buffer.concat([large, pointer, end]);
}
