import { createHmac } from 'node:crypto';
import { generationLimit } from '@tongcheng/shared/venues/ride-code';

const rounds = 8;
const rightSize = 2 ** 17;

/** What a short code stands for. */
export interface IssuedCode {
  readonly serial: number;
  readonly generation: number;
}

/** Serial and generation as one number of 35 bits. */
export const shortValue = (key: Uint8Array, { serial, generation }: IssuedCode): number =>
  scramble(key, serial * generationLimit + generation, rising);

/** What a number of 35 bits stands for; every number stands for something, few for a venue that exists. */
export const readShortValue = (key: Uint8Array, value: number): IssuedCode => {
  const plain = scramble(key, value, falling);
  return { serial: Math.floor(plain / generationLimit), generation: plain % generationLimit };
};

const rising = Array.from({ length: rounds }, (_, round) => round);
const falling = [...rising].reverse();

/**
 * A small Feistel network over 18 + 17 bits: one-to-one, so short codes are unique because serials are; keyed, so that
 * nobody counts up from one code to the next. It keeps no secret worth more than that.
 */
function scramble(key: Uint8Array, value: number, order: readonly number[]): number {
  let left = Math.floor(value / rightSize);
  let right = value % rightSize;
  for (const round of order) {
    if (round % 2 === 0) left ^= noise(key, round, right) & 0x3ffff;
    else right ^= noise(key, round, left) & 0x1ffff;
  }
  return left * rightSize + right;
}

function noise(key: Uint8Array, round: number, half: number): number {
  return createHmac('sha256', key).update(`short-code.${round}.${half}`).digest().readUInt32BE(0);
}
