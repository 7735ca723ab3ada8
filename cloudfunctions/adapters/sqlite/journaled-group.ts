import type { Database } from './driver';
import { refused } from './fault';
import { applyAll, type Group, howMany, refuseAll, type Waiting, waitingFor } from './group';
import type { Journal } from './journal';
import { rollBack } from './transaction';
import type { WriteOp } from './write-op';

/** {@link Group} whose syncs go to a journal; SQLite commits when some thousand writes have come together (decision 002). */
export interface JournaledGroup extends Group {
  /**
   * When what was just read includes writes whose sync is still under way: a promise of whether they were kept. Undefined
   * when all of it is on the disk already. `ids` of the documents read, or 'any' when it cannot be said which.
   */
  unsure(ids: readonly string[] | 'any'): Promise<boolean> | undefined;
  /** Flushes, and lets go of the journal; it stays where SQLite could not commit it. */
  close(): void;
}

/** SQLite commits after so many writes, or when nothing came for a while. */
const most = { writes: 8_000, idleMs: 1_000 };

interface Flight {
  readonly group: readonly Waiting[];
  readonly tells: readonly (() => void)[];
  readonly ops: readonly WriteOp[];
  readonly ids: ReadonlySet<string>;
  readonly kept: Promise<boolean>;
  readonly land: (kept: boolean) => void;
}

/** Over an open database; `replay` makes journaled writes again. What the journal still held is brought in first. */
export const openJournaledGroup = (
  database: Database,
  journal: Journal,
  replay: (ops: readonly WriteOp[]) => void,
): JournaledGroup => {
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  const mark = database.prepare('SAVEPOINT one_group');
  const release = database.prepare('RELEASE one_group');
  let waiting: Waiting[] = [];
  let scheduled = false;
  let open = false;
  let writes = 0;
  let flight: Flight | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let broken: unknown;

  const schedule = () => {
    if (scheduled || flight || waiting.length === 0) return;
    scheduled = true;
    setImmediate(next);
  };

  const next = () => {
    scheduled = false;
    if (flight || waiting.length === 0) return;
    const group = waiting.slice(0, howMany(waiting));
    waiting = waiting.slice(group.length);
    try {
      take(group);
    } catch (fault) {
      undo();
      refuseAll(group, fault);
      schedule();
    }
  };

  const take = (group: readonly Waiting[]) => {
    if (broken !== undefined) rebuild();
    if (!open) begin.run();
    open = true;
    mark.run();
    const applied = applyAll(group);
    flight = flightOf(group, applied);
    journal.append(applied.ops, landing(flight));
  };

  /** What becomes of a flight when its sync has ended; nothing when it was brought down before. */
  const landing = (one: Flight) => (fault: unknown) => {
    if (flight !== one) return;
    land(one, fault);
    if (writes >= most.writes) fold();
    schedule();
    if (!flight) rest();
  };

  const land = (one: Flight, fault: unknown) => {
    flight = undefined;
    if (fault) {
      journal.takeBack();
      undo();
      refuseAll(one.group, fault);
    } else {
      release.run();
      writes += one.ops.length;
      for (const tell of one.tells) tell();
    }
    one.land(!fault);
  };

  /** Takes a group back; where SQLite has given up all that was uncommitted, the journal gives it again. */
  const undo = () => {
    try {
      database.exec('ROLLBACK TO one_group; RELEASE one_group');
    } catch {
      tried(rebuild);
    }
  };

  const rebuild = () => {
    rollBack(database);
    open = false;
    try {
      begin.run();
      open = true;
      for (const ops of journal.records()) replay(ops);
      broken = undefined;
    } catch (fault) {
      rollBack(database);
      open = false;
      broken = fault;
      throw fault;
    }
  };

  /** SQLite commits. When it cannot, the journal still has everything, and it is tried again later. */
  const fold = () => {
    writes = 0;
    if (!open) return;
    try {
      journal.committing();
      commit.run();
      open = false;
      journal.restart();
    } catch {
      tried(rebuild);
    }
  };

  const rest = () => {
    idle ??= setTimeout(() => {
      idle = undefined;
      if (!flight && waiting.length === 0) flush();
    }, most.idleMs).unref();
  };

  const bringDown = (one: Flight) => {
    const [fault] = caught(journal.syncNow);
    land(one, fault);
  };

  const flush = () => {
    while (waiting.length > 0 || flight) {
      if (flight) bringDown(flight);
      else next();
    }
    fold();
    journal.shrink();
  };

  if (journal.records().length > 0) {
    rebuild();
    flush();
  }

  return {
    submit: (write) =>
      waitingFor(write, (one) => {
        waiting.push(one);
        schedule();
      }),
    flush,
    close: () => {
      flush();
      clearTimeout(idle);
      journal.close(!open && broken === undefined);
    },
    unsure: (ids) => {
      if (broken !== undefined) return againAfter(rebuild);
      if (!flight || (ids !== 'any' && !touches(flight, ids))) return undefined;
      return flight.kept;
    },
  };
};

function flightOf(group: readonly Waiting[], { tells, ops }: Pick<Flight, 'tells' | 'ops'>): Flight {
  let land: (kept: boolean) => void = () => undefined;
  const kept = new Promise<boolean>((resolve) => {
    land = resolve;
  });
  return { group, tells, ops, ids: new Set(ops.map(({ id }) => id)), kept, land };
}

/** An insert shows in what is read; a change or a deletion may show by what is missing. */
const touches = ({ ops, ids }: Flight, read: readonly string[]): boolean =>
  read.some((id) => ids.has(id)) || ops.some(({ kind }) => kind !== 'insert');

/** What was read was not all there is: it is to be read again. */
function againAfter(rebuild: () => void): Promise<boolean> {
  const [fault] = caught(rebuild);
  if (fault) throw refused(fault);
  return Promise.resolve(false);
}

function caught(work: () => void): readonly [fault?: unknown] {
  try {
    work();
    return [];
  } catch (fault) {
    return [fault ?? new Error('a fault without a word')];
  }
}

const tried = (work: () => void): void => void caught(work);
