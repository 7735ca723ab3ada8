import type { RidershipRow } from '@tongcheng/shared/publications/wire';
import type { CellCount } from './tally';

type Place = Omit<RidershipRow, 'boardings' | 'rest'>;

/** From the whole city down: what a level adds to a row. A vehicle has no stop, so its hours are not told apart further. */
const levels: readonly ((cell: CellCount) => Place | undefined)[] = [
  ({ mode }) => ({ mode }),
  ({ line }) => ({ line }),
  ({ hour }) => ({ hour }),
  ({ stop }) => (stop === undefined ? undefined : { stop }),
];

/** Cells that are told together. */
interface Group {
  readonly place: Place;
  readonly cells: readonly CellCount[];
}

/**
 * the rows that may be published, so that no sum and no difference of them is about fewer than `smallestCell` people. Counts are told from the
 * city down. Of the parts of a row those of too few people go together into its rest; a rest of too few takes the smallest part in as well
 * (complementary suppression), and is never told apart further. So the finest rows and rests part all boardings into groups of enough
 * people, and whatever is added or subtracted is made of whole groups. No figures at all where the whole city has too few.
 */
export function protectedRows(counts: readonly CellCount[], smallestCell: number): readonly RidershipRow[] {
  if (!isEnough(counts, smallestCell)) return [];
  return [{ boardings: boardingsOf(counts) }, ...rowsBelow({ place: {}, cells: counts }, 0, smallestCell)];
}

function rowsBelow({ place, cells }: Group, depth: number, smallestCell: number): readonly RidershipRow[] {
  const level = levels[depth];
  if (!level) return [];
  const { shown, rest } = parted(groupsOf(cells, level, place), smallestCell);
  if (shown.length === 0) return [];
  const told = shown.flatMap((group) => [
    { ...group.place, boardings: boardingsOf(group.cells) },
    ...rowsBelow(group, depth + 1, smallestCell),
  ]);
  return rest.length === 0 ? told : [...told, { ...place, rest: true, boardings: boardingsOf(rest) }];
}

/** Cells without this level are a group of their own that has no name: they belong to the rest. */
function groupsOf(cells: readonly CellCount[], level: (cell: CellCount) => Place | undefined, above: Place) {
  const groups = new Map<string, { place: Place; cells: CellCount[] }>();
  const nameless: CellCount[] = [];
  for (const cell of cells) {
    const own = level(cell);
    if (!own) {
      nameless.push(cell);
      continue;
    }
    const key = JSON.stringify(own);
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { place: { ...above, ...own }, cells: [cell] });
  }
  return { groups: [...groups.values()], nameless };
}

function parted(
  { groups, nameless }: { readonly groups: readonly Group[]; readonly nameless: readonly CellCount[] },
  smallestCell: number,
) {
  const shown = groups
    .filter(({ cells }) => isEnough(cells, smallestCell))
    .sort((one, other) => boardingsOf(other.cells) - boardingsOf(one.cells));
  const rest = [...nameless, ...groups.filter((group) => !shown.includes(group)).flatMap(({ cells }) => cells)];
  while (rest.length > 0 && !isEnough(rest, smallestCell)) {
    const smallest = shown.pop();
    if (!smallest) break;
    rest.push(...smallest.cells);
  }
  return { shown, rest };
}

/** Whether enough different people are in cells: one that lists nobody has enough by itself. */
function isEnough(cells: readonly CellCount[], smallestCell: number): boolean {
  const people = new Set<number>();
  for (const { few } of cells) {
    if (!few) return true;
    for (const rider of few) people.add(rider);
  }
  return people.size >= smallestCell;
}

const boardingsOf = (cells: readonly CellCount[]): number => cells.reduce((sum, { boardings }) => sum + boardings, 0);
