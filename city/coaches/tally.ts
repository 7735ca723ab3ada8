/** What came of the acts of coaches, for whoever looks after the simulation and for tests. */
export interface CoachTally {
  /** How often an operation was answered. */
  readonly done: Readonly<Record<string, number>>;
  /** How often it was refused, by operation and code. */
  readonly refused: Readonly<Record<string, number>>;
  count(operation: string, refusal?: string): void;
}

/** A tally of nothing yet. */
export function newTally(): CoachTally {
  const [done, refused]: [Record<string, number>, Record<string, number>] = [{}, {}];
  return {
    done,
    refused,
    count: (operation, refusal) => {
      const [counts, key] = refusal === undefined ? [done, operation] : [refused, `${operation} ${refusal}`];
      counts[key] = (counts[key] ?? 0) + 1;
    },
  };
}
