import { protectedRows } from '@tongcheng/cloudfunctions/app/publications/ridership/protect';
import { type BoardedCell, ridershipTally } from '@tongcheng/cloudfunctions/app/publications/ridership/tally';
import type { RidershipRow } from '@tongcheng/shared/publications/wire';
import { seededNumbers } from '../world/chance';

const smallestCell = 5;

/** Boardings of a small town: rider by rider, where each boarded. */
type Town = readonly (readonly BoardedCell[])[];

const cellWords = (cell: BoardedCell): string => JSON.stringify([cell.mode, cell.line, cell.hour, cell.stop ?? '']);

function randomTown(random: () => number): Town {
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  const cells: BoardedCell[] = Array.from({ length: 8 }, () => {
    const mode = pick(['bus', 'metro', 'ferry'] as const);
    const where = { mode, line: pick(['1', '2', '']), hour: pick([7, 8]) };
    return mode === 'bus' ? where : { ...where, stop: pick(['a', 'b', 'c']) };
  });
  const crowded = pick([0.1, 0.3, 0.6]);
  return Array.from({ length: Math.ceil(random() * 40) }, () => cells.filter(() => random() < crowded * random()));
}

function published(town: Town): readonly RidershipRow[] {
  const tally = ridershipTally(smallestCell);
  for (const rider of town) tally.add(rider);
  return protectedRows(tally.counts(), smallestCell);
}

/** Which cells a row is the sum of, by its words alone: a rest is what its level holds beside the rows that are told. */
function cellsOfRow(
  row: RidershipRow,
  rows: readonly RidershipRow[],
  all: readonly BoardedCell[],
): ReadonlySet<string> {
  const depth = (one: RidershipRow) =>
    [one.mode, one.line, one.hour, one.stop].filter((part) => part !== undefined).length;
  const isIn = (cell: BoardedCell, one: RidershipRow) =>
    (one.mode ?? cell.mode) === cell.mode &&
    (one.line ?? cell.line) === cell.line &&
    (one.hour ?? cell.hour) === cell.hour &&
    (one.stop ?? cell.stop) === cell.stop;
  const within = all.filter((cell) => isIn(cell, row));
  if (!row.rest) return new Set(within.map(cellWords));
  const told = rows.filter((other) => !other.rest && depth(other) === depth(row) + 1);
  return new Set(within.filter((cell) => !told.some((other) => isIn(cell, other))).map(cellWords));
}

/** Rank of rows of numbers, by elimination over a prime: independent of how the figures were made. */
function rank(matrix: readonly (readonly number[])[]): number {
  const prime = 1_000_003;
  const rows = matrix.map((row) => row.map((value) => ((value % prime) + prime) % prime));
  const power = (value: number, exponent: number): number => {
    let [result, base, left] = [1n, BigInt(value), exponent];
    for (; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = (result * base) % BigInt(prime);
      base = (base * base) % BigInt(prime);
    }
    return Number(result);
  };
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= found && row[column] !== 0);
    const pivot = rows[at];
    if (!pivot) continue;
    [rows[at], rows[found]] = [rows[found] ?? pivot, pivot];
    const inverse = power(pivot[column] ?? 1, prime - 2);
    for (const [index, row] of rows.entries()) {
      if (index === found || row[column] === 0) continue;
      const factor = Number((BigInt(row[column] ?? 0) * BigInt(inverse)) % BigInt(prime));
      for (const [place, value] of row.entries())
        row[place] = Number(
          (((BigInt(value) - BigInt(factor) * BigInt(pivot[place] ?? 0)) % BigInt(prime)) + BigInt(prime)) %
            BigInt(prime),
        );
    }
    found += 1;
  }
  return found;
}

/** Sets of cells that can be computed from the rows by any sums and differences, and hold fewer people than the smallest cell. */
function betrayed(town: Town, rows: readonly RidershipRow[]): readonly string[] {
  const cells = [...new Map(town.flat().map((cell) => [cellWords(cell), cell])).values()];
  const words = cells.map(cellWords);
  const vector = (set: ReadonlySet<string>) => words.map((word) => (set.has(word) ? 1 : 0));
  const known = rows.map((row) => vector(cellsOfRow(row, rows, cells)));
  const before = rank(known);
  const found: string[] = [];
  for (let mask = 1; mask < 2 ** words.length; mask += 1) {
    const set = new Set(words.filter((_, bit) => Math.floor(mask / 2 ** bit) % 2 === 1));
    const people = town.filter((rider) => rider.some((cell) => set.has(cellWords(cell)))).length;
    if (people < smallestCell && rank([...known, vector(set)]) === before) found.push([...set].join(' + '));
  }
  return found;
}

test('X-10 no sums and differences of the open figures of 300 random towns are about fewer people than the smallest cell', () => {
  const random = seededNumbers(20_261_130);
  let shown = 0;
  for (let round = 0; round < 300; round += 1) {
    const town = randomTown(random);
    const rows = published(town);
    shown += rows.length;
    expect([round, betrayed(town, rows)]).toEqual([round, []]);
  }
  // The figures say something: else silence would pass.
  expect(shown).toBeGreaterThan(1_000);
});

test('X-10 the attack finds a group of few where small cells are only left out', () => {
  const bus = { mode: 'bus', hour: 7 } as const;
  const town: Town = [
    ...Array.from({ length: 9 }, () => [{ ...bus, line: '1' }]),
    ...Array.from({ length: 2 }, () => [{ ...bus, line: '2' }]),
  ];
  const naive = [{ boardings: 11 }, { mode: 'bus', line: '1', boardings: 9 }] as const;
  expect(betrayed(town, naive)).toHaveLength(1);
  expect(betrayed(town, published(town))).toEqual([]);
});

test('X-10 every boarding is in the total, and every row is the sum of the rows below it', () => {
  const random = seededNumbers(7);
  const town = Array.from({ length: 30 }, () => randomTown(random)).flat();
  const rows = published(town);
  expect(rows[0]).toEqual({ boardings: town.flat().length });
  const modes = rows.filter((row) => row.line === undefined && (row.mode !== undefined || row.rest));
  const ofModes = modes.filter((row) => row.rest === undefined || row.mode === undefined);
  expect(ofModes.reduce((sum, { boardings }) => sum + boardings, 0)).toBe(rows[0]?.boardings);
});

test('X-10 a whole city of too few publishes no figure', () => {
  expect(published([[{ mode: 'taxi', line: '', hour: 3 }]])).toEqual([]);
});
