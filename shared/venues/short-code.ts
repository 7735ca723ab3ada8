import { base32Alphabet, fromBase32, toBase32 } from '../base32';
import { plainCode } from '../typed-text';

/** W-17: what a text typed by hand turned out to be. */
export type TypedCode =
  | { readonly is: 'short-code'; readonly value: number }
  /** Looks like one, but a character is wrong, missing or swapped: ask to type it again. */
  | { readonly is: 'mistyped' }
  | { readonly is: 'something-else' };

/** Values go from 0 up to this, exclusive: 35 bits in seven characters. */
export const shortCodeLimit = 2 ** 35;

const length = 8;

/** Seven characters and a check character, in groups of four: `7K3M-Q2XD`. */
export const formatShortCode = (value: number): string => {
  const digits = toBase32(value, length - 1);
  const whole = digits + base32Alphabet.charAt(remainder(`${digits}0`));
  return `${whole.slice(0, 4)}-${whole.slice(4)}`;
};

/** Reads a typed code: lower case, full width, spaces and dashes, O for 0, I and L for 1 are all understood. */
export const readShortCode = (typed: string): TypedCode => {
  const text = plainShortCode(typed);
  if (!/^[0-9A-Z]{6,10}$/.test(text)) return { is: 'something-else' };
  const value = fromBase32(text.slice(0, length - 1));
  if (text.length !== length || value === undefined || remainder(text) !== 0) return { is: 'mistyped' };
  return { is: 'short-code', value };
};

/** A typed code in upper case without dashes, with the characters that are easily mixed up put right. */
export const plainShortCode = (typed: string): string => plainCode(typed).replace(/O/g, '0').replace(/[IL]/g, '1');

/**
 * The text as a polynomial over the field of 32 elements, at its generator: zero for a right code. Any one wrong
 * character and any two swapped ones give something else. A character outside the alphabet gives -1.
 */
function remainder(text: string): number {
  let sum = 0;
  for (const character of text) {
    const digit = base32Alphabet.indexOf(character);
    if (digit < 0) return -1;
    sum = timesGenerator(sum) ^ digit;
  }
  return sum;
}

function timesGenerator(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
