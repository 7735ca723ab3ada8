import type { Sheet, SheetRow } from './sheet';

/** Rows of a table, taken piece by piece across several sheets. */
export interface RowSource {
  /** The next rows, at most `limit` of them; none when `limit` is 0 or all were taken. */
  take(limit: number): Promise<readonly SheetRow[]>;
  /** Whether more rows follow. */
  more(): Promise<boolean>;
  /** Lets go of the rows that were not taken. */
  stop(): Promise<void>;
}

/** Reads a sheet's rows once; holds at most one batch. */
export function rowSource(rows: Sheet['rows']): RowSource {
  const batches = iterate(rows);
  let held: readonly SheetRow[] = [];
  let taken = 0;
  const fill = async () => {
    while (taken >= held.length) {
      const next = await batches.next();
      if (next.done) return false;
      held = next.value;
      taken = 0;
    }
    return true;
  };
  return {
    take: async (limit) => {
      if (limit <= 0 || !(await fill())) return [];
      const piece = taken === 0 && held.length <= limit ? held : held.slice(taken, taken + limit);
      taken += piece.length;
      return piece;
    },
    more: fill,
    stop: async () => {
      await batches.return?.(undefined);
    },
  };
}

async function* iterate(rows: Sheet['rows']): AsyncGenerator<readonly SheetRow[], undefined> {
  yield* rows;
  return undefined;
}
