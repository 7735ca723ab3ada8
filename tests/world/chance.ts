/** Repeatable chance from a seed (mulberry32): a number of [0, 1). */
export const seededNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The seed of a run: TONGCHENG_SEED when given, else of this moment. Print it. */
export const seedOfRun = (): number => Number(process.env.TONGCHENG_SEED ?? Date.now() % 2 ** 31);
