import type { RandomBytes } from '@tongcheng/shared/ids';

/** Chance that can be lived again: the same seed gives the same throws. */
export interface Dice {
  /** From 0 up to 1, exclusive. */
  next(): number;
  /** A whole number from 0 up to `limit`, exclusive. */
  below(limit: number): number;
  /** True about `share` times of one. */
  happens(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One of a list whose entries have different weights. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** Around `mean`, two of three within `spread`. */
  around(mean: number, spread: number): number;
  readonly bytes: RandomBytes;
}

/** Dice of a seed and of what they are thrown for, so that one use never shifts another. */
export const diceOf = (...seed: readonly (string | number)[]): Dice => dice(stream(seed.join('/')));

function dice(word: () => number): Dice {
  const next = () => word() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (share) => next() < share,
    pick: (list) => entry(list, below(list.length)),
    weighted: (list) => pickWeighted(list, next()),
    around: (mean, spread) => mean + spread * (next() + next() + next() + next() - 2) * Math.sqrt(3),
    bytes: (size) => Uint8Array.from({ length: size }, () => word() >>> 24),
  };
}

function pickWeighted<T>(list: readonly (readonly [T, number])[], drawn: number): T {
  let rest = drawn * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [one, weight] of list) {
    rest -= weight;
    if (rest < 0) return one;
  }
  return entry(list, list.length - 1)[0];
}

function entry<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new Error('There is nothing to choose from in an empty list');
  return found;
}

/** xoshiro128** (Blackman and Vigna), its state filled by splitmix32 from an FNV-1a hash of the seed. */
function stream(seed: string): () => number {
  const fill = splitmix(fnv(seed));
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

const rotateLeft = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function splitmix(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    const first = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const second = Math.imul(first ^ (first >>> 15), 0x735a2d97);
    return second ^ (second >>> 15);
  };
}
