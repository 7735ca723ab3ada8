import { concernsOneWrite } from './retry';
import type { Encoded } from './rows';

/** Documents that are written together or not at all, and who waits for the answer. */
interface Unit {
  readonly rows: readonly Encoded[];
  readonly resolve: (isNew: ReadonlySet<Encoded>) => void;
  readonly reject: (fault: unknown) => void;
}

/** Writes documents of different ids durably; gives those that were new. */
export type WriteRows = (rows: readonly Encoded[]) => Promise<ReadonlySet<string>>;

/** Inserts into one table, gathered: what arrives while a statement is under way goes with the next. */
export interface InsertGroup {
  /** Resolves when all is durable, with the documents that were new; a later one of the same id in a call is not. */
  readonly submit: (rows: readonly Encoded[]) => Promise<ReadonlySet<Encoded>>;
  /** Whether nothing waits and nothing is under way. */
  readonly isIdle: () => boolean;
}

const max = { rows: 1_000, characters: 4_000_000, underWay: 2 };

/** {@link InsertGroup} over what writes. */
export const openInsertGroup = (write: WriteRows): InsertGroup => {
  let waiting: Unit[] = [];
  let underWay = 0;
  let scheduled = false;

  const schedule = () => {
    if (scheduled || underWay >= max.underWay || waiting.length === 0) return;
    scheduled = true;
    setImmediate(send);
  };

  const send = () => {
    scheduled = false;
    const group = waiting.slice(0, howMany(waiting));
    waiting = waiting.slice(group.length);
    underWay += 1;
    void writeUnits(write, group).finally(() => {
      underWay -= 1;
      schedule();
    });
    schedule();
  };

  return {
    submit: (rows) =>
      new Promise((resolve, reject) => {
        waiting.push({ rows, resolve, reject });
        schedule();
      }),
    isIdle: () => waiting.length === 0 && underWay === 0,
  };
};

/** All in one statement; should one document be to blame, each call for itself, so that it fails alone. */
async function writeUnits(write: WriteRows, units: readonly Unit[]): Promise<void> {
  try {
    resolveUnits(units, await write(firstOfEachId(units)));
  } catch (fault) {
    if (units.length > 1 && blamesOne(fault)) {
      for (const unit of units) await writeUnits(write, [unit]);
      return;
    }
    for (const { reject } of units) reject(fault);
  }
}

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

function howMany(waiting: readonly Unit[]): number {
  let [rows, characters] = [0, 0];
  for (const [at, unit] of waiting.entries()) {
    rows += unit.rows.length;
    for (const { body } of unit.rows) characters += body.length;
    if (at > 0 && (rows > max.rows || characters > max.characters)) return at;
  }
  return waiting.length;
}
