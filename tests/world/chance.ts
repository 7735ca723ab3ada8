import { createHash } from 'node:crypto';

/** Bytes that look random and are the same in every run. */
export const seededChance = (seed: string) => {
  let turn = 0;
  return {
    bytes: (size: number): Uint8Array => {
      const parts: Buffer[] = [];
      for (let made = 0; made < size; made += 32) {
        turn += 1;
        parts.push(createHash('sha256').update(`${seed}.${turn}`).digest());
      }
      return new Uint8Array(Buffer.concat(parts).subarray(0, size));
    },
  };
};

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
