import type { Encoded } from './rows';

/** Documents that are written together or not at all, and who waits for the answer. */
export interface Unit {
  readonly rows: readonly Encoded[];
  readonly resolve: (isNew: ReadonlySet<Encoded>) => void;
  readonly reject: (fault: unknown) => void;
}

/** What gathers units and sends them, a few groups at once. */
export interface InsertQueue {
  readonly push: (unit: Unit) => void;
  /** Counts as a group under way. */
  readonly run: (work: () => Promise<void>) => void;
  readonly isIdle: () => boolean;
}

const max = { rows: 1_000, characters: 4_000_000 };

/** {@link InsertQueue}: sends what gathered whenever fewer groups than `mostUnderWay` are under way. `onIdle` is told when nothing is left. */
export const openInsertQueue = (
  send: (units: readonly Unit[]) => Promise<void>,
  mostUnderWay: number,
  onIdle?: () => void,
): InsertQueue => {
  let waiting: Unit[] = [];
  let underWay = 0;
  let scheduled = false;
  const isIdle = () => waiting.length === 0 && underWay === 0;

  const schedule = () => {
    if (scheduled || underWay >= mostUnderWay || waiting.length === 0) return;
    scheduled = true;
    setImmediate(next);
  };
  const run = (work: () => Promise<void>) => {
    underWay += 1;
    void work().finally(() => {
      underWay -= 1;
      schedule();
      if (isIdle()) onIdle?.();
    });
  };
  const next = () => {
    scheduled = false;
    const group = waiting.slice(0, howMany(waiting));
    waiting = waiting.slice(group.length);
    run(() => send(group));
    schedule();
  };

  const push = (unit: Unit) => {
    waiting.push(unit);
    schedule();
  };
  return { push, run, isIdle };
};

function howMany(waiting: readonly Unit[]): number {
  let [rows, characters] = [0, 0];
  for (const [at, unit] of waiting.entries()) {
    rows += unit.rows.length;
    for (const { body } of unit.rows) characters += body.length;
    if (at > 0 && (rows > max.rows || characters > max.characters)) return at;
  }
  return waiting.length;
}
