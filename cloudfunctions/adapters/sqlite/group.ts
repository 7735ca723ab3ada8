import { concernsOneWrite, refused } from './fault';
import type { WriteOp } from './write-op';

/** A write that waits for its turn. */
export interface Write<T> {
  /** In characters. */
  readonly weight: number;
  readonly ops: readonly WriteOp[];
  /** Writes, inside a transaction; gives the answer. */
  readonly run: () => T;
}

/** Writes of one file in groups: one durable sync answers for all that arrived while the one before ran. */
export interface Group {
  /** Resolves when it is on the disk. A fault of this write alone rejects this write alone. */
  submit<T>(write: Write<T>): Promise<T>;
  /** Everything is in SQLite's file and durable when this returns. */
  flush(): void;
}

/** A write with those who wait for it. */
export interface Waiting {
  readonly weight: number;
  readonly ops: readonly WriteOp[];
  /** Writes; gives what is to be told when it is durable. */
  readonly attempt: () => () => void;
  readonly reject: (fault: unknown) => void;
}

const most = { writes: 1_000, characters: 8_000_000 };

/** A write and the promise of its answer. */
export const waitingFor = <T>({ weight, ops, run }: Write<T>, put: (waiting: Waiting) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const attempt = () => {
      const answer = run();
      return () => resolve(answer);
    };
    put({ weight, ops, attempt, reject });
  });

/** Writes made, and what is left to say about them. */
export interface Applied {
  readonly tells: readonly (() => void)[];
  readonly ops: readonly WriteOp[];
}

/** Makes the writes of a group. Throws what ends the whole group; a fault of one write is told to that one. */
export function applyAll(group: readonly Waiting[]): Applied {
  const tells: (() => void)[] = [];
  const ops: WriteOp[] = [];
  for (const { attempt, reject, ops: own } of group) {
    try {
      tells.push(attempt());
      ops.push(...own);
    } catch (fault) {
      if (!concernsOneWrite(fault)) throw fault;
      tells.push(() => reject(fault));
    }
  }
  return { tells, ops };
}

/** Nothing of a group was kept. */
export function refuseAll(group: readonly Waiting[], fault: unknown): void {
  for (const { reject } of group) reject(refused(fault));
}

/** How many of those who wait go together. */
export function howMany(waiting: readonly Waiting[]): number {
  let characters = 0;
  for (const [at, { weight }] of waiting.entries()) {
    characters += weight;
    if (at > 0 && (characters > most.characters || at >= most.writes)) return at;
  }
  return waiting.length;
}
