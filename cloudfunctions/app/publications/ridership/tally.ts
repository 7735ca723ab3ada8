import type { Mode } from '@tongcheng/shared/venues/kinds';
import * as z from 'zod';

/** Where a boarding is counted. `line` is empty for what belongs to none; `stop` is there where the venue stands still. */
export interface BoardedCell {
  readonly mode: Mode;
  readonly line: string;
  readonly hour: number;
  readonly stop?: string;
}

/** One count of the tally. */
export interface CellCount extends BoardedCell {
  readonly boardings: number;
  /** Who they are, as numbers of the walk that mean nothing elsewhere; absent when they are at least as many as the smallest cell. */
  readonly few?: readonly number[];
}

/** Counts as they are kept between two slices of a walk. */
export const KeptTally = z.strictObject({
  riders: z.number().int(),
  cells: z.array(z.tuple([z.string(), z.number().int(), z.array(z.number().int()).nullable()])),
});
export type KeptTally = z.output<typeof KeptTally>;

interface Counting {
  boardings: number;
  few: Set<number> | undefined;
}

/** Counts boardings by cell, and of whom as long as they are fewer than the smallest cell that is shown. */
export function ridershipTally(smallestCell: number, kept?: KeptTally) {
  let riders = kept?.riders ?? 0;
  const cells = new Map<string, Counting>(
    kept?.cells.map(([key, boardings, few]) => [key, { boardings, few: few ? new Set(few) : undefined }]),
  );
  return {
    /** All boardings of one rider, at once. */
    add(boarded: readonly BoardedCell[]): void {
      riders += 1;
      for (const cell of boarded) addOne(cells, keyOf(cell), riders, smallestCell);
    },
    kept: (): KeptTally => ({
      riders,
      cells: [...cells].map(([key, { boardings, few }]) => [key, boardings, few ? [...few] : null]),
    }),
    counts: (): readonly CellCount[] =>
      [...cells].map(([key, { boardings, few }]) => ({ ...cellOf(key), boardings, ...(few && { few: [...few] }) })),
  };
}

function addOne(cells: Map<string, Counting>, key: string, rider: number, smallestCell: number): void {
  const counting = cells.get(key) ?? { boardings: 0, few: new Set() };
  counting.boardings += 1;
  counting.few?.add(rider);
  if ((counting.few?.size ?? 0) >= smallestCell) counting.few = undefined;
  cells.set(key, counting);
}

const keyOf = ({ mode, line, hour, stop }: BoardedCell): string => JSON.stringify([mode, line, hour, stop ?? null]);

const Key = z.tuple([
  z.enum(['bus', 'metro', 'brt', 'tram', 'taxi', 'ferry']),
  z.string(),
  z.number(),
  z.string().nullable(),
]);

function cellOf(key: string): BoardedCell {
  const [mode, line, hour, stop] = Key.parse(JSON.parse(key));
  return { mode, line, hour, ...(stop !== null && { stop }) };
}
