import { concernsOneWrite, type Database, rollBack } from './driver';

/** Writes of one file, committed in groups: one durable sync answers for all that arrived while the one before ran. */
export interface GroupCommit {
  /** Resolves after the commit. `weight` is in characters. A fault of this write alone rejects this write alone. */
  submit<T>(weight: number, run: () => T): Promise<T>;
  /** Commits now whatever waits. */
  flush(): void;
}

interface Waiting {
  readonly weight: number;
  /** Writes; gives what answers the caller after the commit. */
  readonly attempt: () => () => void;
  readonly reject: (fault: unknown) => void;
}

/** What else is done with each group. */
export interface GroupHooks {
  /** Within the transaction, after its writes. */
  readonly joining?: () => void;
  /** After the commit. */
  readonly committed?: () => void;
}

/** Turns of the loop that a group may gather for. */
const maxTurns = 6;

/** A larger group keeps those waiting who could answer meanwhile (decision 131). */
const max = { writes: 1_000, characters: 128_000 };

/** {@link GroupCommit} over an open database; `refusal` says for callers why a whole group failed. */
export const openGroupCommit = (
  database: Database,
  refusal: (fault: unknown) => Error,
  { joining, committed }: GroupHooks = {},
): GroupCommit => {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  let waiting: Waiting[] = [];
  let scheduled = false;
  let seen = 0;
  let turns = 0;

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(turn);
  };

  /** As long as each turn of the loop brings more, they are waited for: a sync costs more than a few turns do. */
  const turn = () => {
    if (waiting.length > seen && turns < maxTurns) {
      seen = waiting.length;
      turns += 1;
      setImmediate(turn);
      return;
    }
    [seen, turns] = [0, 0];
    next();
  };

  const next = () => {
    scheduled = false;
    const group = waiting.slice(0, howMany(waiting));
    waiting = waiting.slice(group.length);
    if (waiting.length > 0) schedule();
    if (group.length > 0) commitAll(group);
  };

  const commitAll = (group: readonly Waiting[]) => {
    try {
      begin.run();
      const answers = group.map(attempt);
      joining?.();
      commit.run();
      for (const answer of answers) answer();
      committed?.();
    } catch (fault) {
      rollBack(database);
      const told = refusal(fault);
      for (const { reject } of group) reject(told);
    }
  };

  return {
    submit: (weight, run) =>
      new Promise((resolve, reject) => {
        waiting.push({ weight, reject, attempt: () => deferAnswer(resolve, run()) });
        schedule();
      }),
    flush: () => {
      while (waiting.length > 0) next();
    },
  };
};

const deferAnswer =
  <T>(resolve: (answer: T) => void, answer: T) =>
  () =>
    resolve(answer);

function attempt({ attempt, reject }: Waiting): () => void {
  try {
    return attempt();
  } catch (fault) {
    if (!concernsOneWrite(fault)) throw fault;
    return () => reject(fault);
  }
}

function howMany(waiting: readonly Waiting[]): number {
  let characters = 0;
  for (const [at, { weight }] of waiting.entries()) {
    characters += weight;
    if (at > 0 && (characters > max.characters || at >= max.writes)) return at;
  }
  return waiting.length;
}
