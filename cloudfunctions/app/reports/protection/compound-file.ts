import {
  type CompoundEntry,
  countSectors,
  type DirectoryEntry,
  directoryOf,
  listedInHead,
  type SectorCounts,
  smallSector,
  smallStream,
} from './compound-layout';

const endOfChain = 0xff_ff_ff_fe;
const tableSector = 0xff_ff_ff_fd;
const listSector = 0xff_ff_ff_fc;
const unused = 0xff_ff_ff_ff;

/** A small stream: its length is known from the beginning, its bytes when the large one has been written. */
interface SmallStream {
  readonly bytes: number;
  readonly content: () => Uint8Array;
}

/** What a compound file holds: folders and small streams in any shape, and one large stream, which is written as it comes. */
export interface CompoundFile {
  readonly entries: readonly CompoundEntry[];
  /** By the names of their entries, which are different from each other. */
  readonly small: Readonly<Record<string, SmallStream>>;
  readonly large: { readonly name: string; readonly bytes: number; readonly content: AsyncIterable<Uint8Array> };
}

interface Layout {
  readonly counts: SectorCounts;
  readonly directory: readonly DirectoryEntry[];
  /** First small sector of each small stream. */
  readonly smallFrom: ReadonlyMap<string, number>;
  readonly smallBytes: number;
}

const smallSectorsOf = (bytes: number) => Math.ceil(bytes / smallSector);

/**
 * A compound file (MS-CFB) as a stream, in one pass: lengths are known, so tables and directory stand first, then the large
 * stream, then the small ones, whose content may depend on it. Memory holds a sector of a table at a time.
 */
export async function* compoundFile(file: CompoundFile): AsyncGenerator<Uint8Array> {
  if (file.large.bytes < smallStream) throw new RangeError('a stream that small stands among the small ones');
  const layout = layOut(file);
  const { counts } = layout;
  yield head(counts);
  yield* allocationTable(layout);
  yield* listOfTable(counts);
  yield directoryBytes(layout, file);
  yield smallTable(layout, file);
  let written = 0;
  for await (const piece of file.large.content) {
    written += piece.length;
    yield piece;
  }
  if (written !== file.large.bytes) throw new Error('a stream of another length than was announced');
  yield Buffer.alloc(counts.large * counts.sectorBytes - written);
  yield smallContent(layout, file);
}

function layOut({ entries, small, large }: CompoundFile): Layout {
  const directory = directoryOf(entries);
  const smallFrom = new Map<string, number>();
  let sectors = 0;
  for (const [name, { bytes }] of Object.entries(small)) {
    smallFrom.set(name, sectors);
    sectors += smallSectorsOf(bytes);
  }
  const smallBytes = sectors * smallSector;
  return { counts: countSectors(directory.length, large.bytes, smallBytes), directory, smallFrom, smallBytes };
}

/** First sectors of the parts, in the order of {@link SectorCounts}. */
function places({ table, tableList, directory, smallTable: smalls, large }: SectorCounts) {
  const directoryAt = table + tableList;
  const smallTableAt = directoryAt + directory;
  const largeAt = smallTableAt + smalls;
  return { listAt: table, directoryAt, smallTableAt, largeAt, smallAt: largeAt + large };
}

function head(counts: SectorCounts): Buffer {
  const { sectorBytes, table, tableList, directory, smallTable: smalls } = counts;
  const at = places(counts);
  const bytes = Buffer.alloc(sectorBytes);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  const large = sectorBytes === 4_096;
  for (const [offset, value] of [
    [24, 0x3e],
    [26, large ? 4 : 3],
    [28, 0xfffe],
    [30, large ? 12 : 9],
    [32, 6],
  ] as const)
    bytes.writeUInt16LE(value, offset);
  for (const [offset, value] of [
    [40, large ? directory : 0],
    [44, table],
    [48, at.directoryAt],
    [56, smallStream],
    [60, at.smallTableAt],
    [64, smalls],
    [68, tableList === 0 ? endOfChain : at.listAt],
    [72, tableList],
  ] as const)
    bytes.writeUInt32LE(value, offset);
  for (let index = 0; index < listedInHead; index += 1)
    bytes.writeUInt32LE(index < table ? index : unused, 76 + index * 4);
  return bytes;
}

/** For each sector the next one of its chain. */
function nextSector(counts: SectorCounts): (sector: number) => number {
  const { table, tableList, directory, smallTable: smalls, large, small } = counts;
  const at = places(counts);
  const ends = [at.directoryAt + directory, at.smallTableAt + smalls, at.largeAt + large, at.smallAt + small];
  const last = new Set(ends.map((end) => end - 1));
  const total = at.smallAt + small;
  return (sector) => {
    if (sector < table) return tableSector;
    if (sector < table + tableList) return listSector;
    if (sector >= total) return unused;
    return last.has(sector) ? endOfChain : sector + 1;
  };
}

function* allocationTable({ counts }: Layout): Generator<Buffer> {
  const next = nextSector(counts);
  const numbers = counts.sectorBytes / 4;
  for (let sector = 0; sector < counts.table; sector += 1)
    yield numbered(counts.sectorBytes, numbers, (index) => next(sector * numbers + index));
}

/** Where the allocation table goes on beyond what the head can say. */
function* listOfTable({ sectorBytes, table, tableList }: SectorCounts): Generator<Buffer> {
  const numbers = sectorBytes / 4;
  for (let index = 0; index < tableList; index += 1) {
    const from = listedInHead + index * (numbers - 1);
    const more = index + 1 < tableList ? table + index + 1 : endOfChain;
    yield numbered(sectorBytes, numbers, (place) => {
      if (place === numbers - 1) return more;
      return from + place < table ? from + place : unused;
    });
  }
}

function numbered(bytes: number, numbers: number, numberAt: (index: number) => number): Buffer {
  const made = Buffer.alloc(bytes);
  for (let index = 0; index < numbers; index += 1) made.writeUInt32LE(numberAt(index), index * 4);
  return made;
}

const kinds = { root: 5, folder: 1, stream: 2 } as const;

function directoryBytes({ counts, directory, smallFrom, smallBytes }: Layout, file: CompoundFile): Buffer {
  const at = places(counts);
  const bytes = Buffer.alloc(counts.directory * counts.sectorBytes);
  for (let index = 0; index * 128 < bytes.length; index += 1) {
    const entry = directory[index];
    const from = index * 128;
    for (const [offset, value] of [
      [68, entry?.left ?? -1],
      [72, entry?.right ?? -1],
      [76, entry?.child ?? -1],
    ] as const)
      bytes.writeInt32LE(value, from + offset);
    if (!entry) continue;
    bytes.write(entry.name, from, 'utf16le');
    bytes.writeUInt16LE((entry.name.length + 1) * 2, from + 64);
    bytes.writeUInt8(kinds[entry.is], from + 66);
    bytes.writeUInt8(entry.red ? 0 : 1, from + 67);
    const stream = contentOf(entry, file, { at, smallFrom, smallBytes });
    bytes.writeUInt32LE(stream.from, from + 116);
    bytes.writeBigUInt64LE(BigInt(stream.bytes), from + 120);
  }
  return bytes;
}

interface Places {
  readonly at: ReturnType<typeof places>;
  readonly smallFrom: ReadonlyMap<string, number>;
  readonly smallBytes: number;
}

/** Where the content of an entry begins and how long it is; the root's is all small streams together. */
function contentOf({ name, is }: DirectoryEntry, { small, large }: CompoundFile, found: Places) {
  if (is === 'root') return { from: found.at.smallAt, bytes: found.smallBytes };
  if (is === 'folder') return { from: 0, bytes: 0 };
  if (name === large.name) return { from: found.at.largeAt, bytes: large.bytes };
  return { from: found.smallFrom.get(name) ?? endOfChain, bytes: small[name]?.bytes ?? 0 };
}

function smallTable({ counts, smallFrom }: Layout, { small }: CompoundFile): Buffer {
  const bytes = Buffer.alloc(counts.smallTable * counts.sectorBytes, 0xff);
  for (const [name, from] of smallFrom) {
    const sectors = smallSectorsOf(small[name]?.bytes ?? 0);
    for (let index = 0; index < sectors; index += 1)
      bytes.writeUInt32LE(index + 1 < sectors ? from + index + 1 : endOfChain, (from + index) * 4);
  }
  return bytes;
}

function smallContent({ counts, smallFrom }: Layout, { small }: CompoundFile): Buffer {
  const bytes = Buffer.alloc(counts.small * counts.sectorBytes);
  for (const [name, from] of smallFrom) {
    const stream = small[name];
    const content = stream?.content();
    if (content?.length !== stream?.bytes) throw new Error('a small stream of another length than was announced');
    bytes.set(content ?? [], from * smallSector);
  }
  return bytes;
}
