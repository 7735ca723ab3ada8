import type { GateGround } from '@tongcheng/shared/gates/gate-decision';

/** How often the gate kept shut since the last report, by ground. */
export interface GroundCounts {
  add(ground: GateGround): void;
  /** All counts, which begin anew with it. */
  taken(): ReadonlyMap<GateGround, number>;
  /** Counts that nobody got after all. */
  back(counts: ReadonlyMap<GateGround, number>): void;
}

/** No counts yet. */
export function newGroundCounts(): GroundCounts {
  let counts = new Map<GateGround, number>();
  const add = (ground: GateGround, count = 1) => counts.set(ground, (counts.get(ground) ?? 0) + count);
  return {
    add: (ground) => void add(ground),
    taken() {
      const all = counts;
      counts = new Map();
      return all;
    },
    back(untold) {
      for (const [ground, count] of untold) add(ground, count);
    },
  };
}
