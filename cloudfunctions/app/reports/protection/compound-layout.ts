/** A folder or stream inside a compound file (MS-CFB). */
export interface CompoundEntry {
  readonly name: string;
  /** Contents of a folder; absent of a stream. */
  readonly children?: readonly CompoundEntry[];
  /** Length of a stream. */
  readonly bytes?: number;
}

/** An entry as the directory lists it, with the numbers of its neighbours in the tree of its siblings; −1 is none. */
export interface DirectoryEntry {
  readonly name: string;
  readonly is: 'root' | 'folder' | 'stream';
  readonly red: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly bytes: number;
}

/** Siblings stand in order of length, then of their letters in upper case. */
const before = (one: CompoundEntry, other: CompoundEntry): number => {
  if (one.name.length !== other.name.length) return one.name.length - other.name.length;
  return one.name.toUpperCase() < other.name.toUpperCase() ? -1 : 1;
};

/** A folder or stream with its neighbours, before it has a number. */
interface Node {
  readonly entry: CompoundEntry;
  readonly red: boolean;
  readonly left: Node | undefined;
  readonly right: Node | undefined;
  readonly child: Node | undefined;
}

/** Siblings as a balanced red-black tree: black on all levels but the lowest, incomplete one. */
function treeOf(siblings: readonly CompoundEntry[]): Node | undefined {
  const blackLevels = Math.floor(Math.log2(siblings.length + 1));
  const subtree = (sorted: readonly CompoundEntry[], level: number): Node | undefined => {
    const middle = Math.floor(sorted.length / 2);
    const entry = sorted[middle];
    if (!entry) return undefined;
    return {
      entry,
      red: level >= blackLevels,
      left: subtree(sorted.slice(0, middle), level + 1),
      right: subtree(sorted.slice(middle + 1), level + 1),
      child: treeOf(entry.children ?? []),
    };
  };
  return subtree(siblings.toSorted(before), 0);
}

/** A node and all below and beside it, each before those to which it points. */
const listed = (node: Node | undefined): readonly Node[] =>
  node ? [node, ...listed(node.left), ...listed(node.right), ...listed(node.child)] : [];

/** The directory of a compound file: the root first. */
export function directoryOf(root: readonly CompoundEntry[]): readonly DirectoryEntry[] {
  const top = treeOf(root);
  const nodes = listed(top);
  const number = (node: Node | undefined) => (node ? nodes.indexOf(node) + 1 : -1);
  const none = { left: -1, right: -1, bytes: 0 };
  return [
    { ...none, name: 'Root Entry', is: 'root', red: false, child: number(top) },
    ...nodes.map(({ entry, red, left, right, child }): DirectoryEntry => {
      const { name, bytes = 0, children } = entry;
      const is = children ? 'folder' : 'stream';
      return { name, is, red, bytes, left: number(left), right: number(right), child: number(child) };
    }),
  ];
}

/** How many sectors each part of a file takes, in the order in which they stand. */
export interface SectorCounts {
  /** 512 bytes, or 4,096 where a stream is 2 GB or more. */
  readonly sectorBytes: number;
  readonly table: number;
  readonly tableList: number;
  readonly directory: number;
  readonly smallTable: number;
  readonly large: number;
  readonly small: number;
}

/** Streams below this length stand together in one, by pieces of 64 bytes. */
export const smallStream = 4_096;
export const smallSector = 64;

/** Entries of the allocation table that the head of the file itself can point to. */
export const listedInHead = 109;

/** Lays a file out before its first byte is written; `large` is the length of its one large stream. */
export function countSectors(entries: number, large: number, smallBytes: number): SectorCounts {
  const sectorBytes = large >= 2 ** 31 - 2 ** 20 ? 4_096 : 512;
  const numbers = sectorBytes / 4;
  const fixed = {
    directory: Math.ceil((entries * 128) / sectorBytes),
    smallTable: Math.ceil(smallBytes / smallSector / numbers),
    large: Math.ceil(large / sectorBytes),
    small: Math.ceil(smallBytes / sectorBytes),
  };
  const others = fixed.directory + fixed.smallTable + fixed.large + fixed.small;
  let [table, tableList] = [0, 0];
  for (;;) {
    const needed = Math.ceil((others + table + tableList) / numbers);
    const list = needed > listedInHead ? Math.ceil((needed - listedInHead) / (numbers - 1)) : 0;
    if (needed === table && list === tableList) return { sectorBytes, table, tableList, ...fixed };
    table = needed;
    tableList = list;
  }
}
