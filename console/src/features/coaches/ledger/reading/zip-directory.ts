import { LedgerRefused } from './ledger-refused';
import { ledgerLimits } from './limits';

/** A file of a ZIP archive, as the archive's directory says. */
export interface ZipMember {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  /** Where its local header stands. */
  readonly at: number;
}

const endMark = 0x06054b50;
const memberMark = 0x02014b50;
const localMark = 0x04034b50;
/** The last record, and the longest comment behind it. */
const longestEnd = 22 + 0xffff;
const beyondZip32 = 0xffffffff;

/** Reads the directory of an archive, which alone says what is in it (APPNOTE 4.3.12); throws {@link LedgerRefused} where there is none to trust. */
export async function zipDirectory(file: Blob): Promise<readonly ZipMember[]> {
  const tail = await viewOf(file, Math.max(0, file.size - longestEnd), file.size);
  const end = endRecordAt(tail);
  if (end === undefined) throw new LedgerRefused('broken');
  const count = tail.getUint16(end + 10, true);
  const [size, from] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (from + size > file.size) throw new LedgerRefused('broken');
  if (count > ledgerLimits.entries || size > ledgerLimits.directoryBytes) throw new LedgerRefused('inflates-too-much');
  return membersIn(await viewOf(file, from, from + size), count);
}

function endRecordAt(tail: DataView): number | undefined {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1)
    if (tail.getUint32(at, true) === endMark && at + 22 + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  return undefined;
}

function membersIn(directory: DataView, count: number): readonly ZipMember[] {
  const members: ZipMember[] = [];
  let at = 0;
  while (members.length < count) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== memberMark)
      throw new LedgerRefused('broken');
    const nameLength = directory.getUint16(at + 28, true);
    members.push(memberAt(directory, at, nameLength));
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return members;
}

function memberAt(directory: DataView, at: number, nameLength: number): ZipMember {
  const [flags, method] = [directory.getUint16(at + 8, true), directory.getUint16(at + 10, true)];
  if (flags % 2 === 1) throw new LedgerRefused('locked');
  const [crc, packed, bytes] = [16, 20, 24].map((offset) => directory.getUint32(at + offset, true));
  const [place, isKnown] = [directory.getUint32(at + 42, true), method === 0 || method === 8];
  if (crc === undefined || packed === undefined || bytes === undefined || at + 46 + nameLength > directory.byteLength)
    throw new LedgerRefused('broken');
  if (!isKnown || [packed, bytes, place].includes(beyondZip32)) throw new LedgerRefused('broken');
  const name = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength);
  return { path: new TextDecoder().decode(name), isDeflated: method === 8, crc, packed, bytes, at: place };
}

/** The packed content of a member: behind its local header, whose own sizes may be absent. */
export async function packedContent(file: Blob, { at, packed }: ZipMember): Promise<Blob> {
  if (at + 30 > file.size) throw new LedgerRefused('broken');
  const header = await viewOf(file, at, at + 30);
  const from = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (header.getUint32(0, true) !== localMark || from + packed > file.size) throw new LedgerRefused('broken');
  return file.slice(from, from + packed);
}

const viewOf = async (file: Blob, from: number, to: number) => new DataView(await file.slice(from, to).arrayBuffer());

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** The sum of a ZIP member (CRC-32), gone on from `before` with further bytes; begins at 0. */
export function crc32(bytes: Uint8Array, before: number): number {
  let sum = ~before;
  for (let at = 0; at < bytes.length; at += 1) sum = (sum >>> 8) ^ (table[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~sum >>> 0;
}
