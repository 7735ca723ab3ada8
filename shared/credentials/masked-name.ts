import { utf8 } from '../hmac-sha-256';
import { lastFour, maskName } from '../identity/masks';
import { longestNameBytes } from './certificate';

/** A name as a pass shows it: masked as everywhere, and cut where a code has no more room. */
export function maskedName(name: string): string {
  const letters = Array.from(maskName(name));
  while (letters.length > 1 && utf8(letters.join('')).length > longestNameBytes) letters.pop();
  return letters.join('');
}

/**
 * What a pass shows of a document's number, to be compared with the card itself.
 * @example
 * numberEndOf('11010119900307002x'); // '002X'
 */
export const numberEndOf = (number: string): string => lastFour(number.trim().toUpperCase());
