import { type InsertQueue, openInsertQueue, type Unit } from './insert-queue';
import { concernsOneWrite } from './retry';
import type { Encoded } from './rows';

/** How a group is written. */
interface GroupAttempt {
  /** The mark of its rows: by it a write whose answer was lost is known again. */
  readonly writerMark: string;
  /** Its rows were sent before under this mark, and nobody knows what became of them. */
  readonly isRepeated: boolean;
  /** Whether a server that is away is waited for. */
  readonly waits: boolean;
}

/** Writes documents of different ids durably; gives those that were new. */
export type WriteRows = (rows: readonly Encoded[], attempt: GroupAttempt) => Promise<ReadonlySet<string>>;

const mostUnderWay = 2;

/** Says what shares a server of a cluster: rows of one place do. */
export type PlaceOfRow = (row: Encoded) => string;

/** Inserts into one table, gathered: what arrives while a statement is under way goes with the next. */
export interface InsertGroup {
  /** Resolves when all is durable, with the documents that were new; a later one of the same id in a call is not. */
  readonly submit: (rows: readonly Encoded[]) => Promise<ReadonlySet<Encoded>>;
  /** Whether nothing waits and nothing is under way. */
  readonly isIdle: () => boolean;
}

/**
 * {@link InsertGroup} over what writes. Rows that live in several places (`placeOfRow`) go together without waiting for a server that
 * is away: after the first fault each place goes by itself, and one whose server is away stays by itself while anything of it waits.
 */
export const openInsertGroup = (
  write: WriteRows,
  placeOfRow: PlaceOfRow | undefined,
  newMark: () => string,
): InsertGroup => {
  const placeOf = (rows: readonly Encoded[]): string =>
    [...new Set(rows.map((row) => placeOfRow?.(row) ?? ''))].sort().join('\n');
  const apart = new Map<string, InsertQueue>();
  const firstAttempt = (): GroupAttempt => ({
    writerMark: newMark(),
    isRepeated: false,
    waits: placeOfRow === undefined,
  });

  const byPlace = (units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> => {
    const places = new Map<string, Unit[]>();
    for (const unit of units) {
      const place = placeOf(unit.rows);
      places.set(place, [...(places.get(place) ?? []), unit]);
    }
    return places;
  };

  /** Each document to blame fails alone; a place whose server is away holds up no other. */
  const send = async (units: readonly Unit[], attempt: GroupAttempt): Promise<void> => {
    try {
      resolveUnits(units, await write(firstOfEachId(units), attempt));
    } catch (fault) {
      if (units.length > 1 && blamesOne(fault)) {
        for (const unit of units) await send([unit], { ...firstAttempt(), waits: attempt.waits });
        return;
      }
      if (attempt.waits) return units.forEach(({ reject }) => void reject(fault));
      const again = { ...attempt, isRepeated: true, waits: true };
      for (const [place, own] of byPlace(units)) queueOf(place).run(() => send(own, again));
    }
  };

  const queueOf = (place: string): InsertQueue => {
    const sendWaiting = (units: readonly Unit[]) => send(units, { ...firstAttempt(), waits: true });
    const queue = apart.get(place) ?? openInsertQueue(sendWaiting, 1, () => apart.delete(place));
    apart.set(place, queue);
    return queue;
  };

  const together = openInsertQueue((units) => send(units, firstAttempt()), mostUnderWay);
  return {
    submit: (rows) =>
      new Promise((resolve, reject) => {
        (apart.get(placeOf(rows)) ?? together).push({ rows, resolve, reject });
      }),
    isIdle: () => together.isIdle() && apart.size === 0,
  };
};

const blamesOne = (fault: unknown): boolean =>
  concernsOneWrite(fault) || (fault instanceof Error && concernsOneWrite(fault.cause));

/** In the order of ids, which two hosts share: neither waits for the other in a circle. */
function firstOfEachId(units: readonly Unit[]): readonly Encoded[] {
  const first = new Map<string, Encoded>();
  for (const { rows } of units) for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
  return [...first.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Of several documents of one id the first that waited is the new one. */
function resolveUnits(units: readonly Unit[], inserted: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const { rows, resolve } of units) {
    const isNew = new Set<Encoded>();
    for (const row of rows) {
      if (inserted.has(row.id) && !seen.has(row.id)) isNew.add(row);
      seen.add(row.id);
    }
    resolve(isNew);
  }
}
