import type { DocumentCheck } from './kinds';

/** Passport of any country: five to seventeen capital letters and digits (ICAO 9303 allows no more in the number). */
export function checkPassport(number: string): DocumentCheck {
  if (!/^[A-Z0-9]*$/.test(number)) return { valid: false, reason: 'characters' };
  return number.length >= 5 && number.length <= 17
    ? { valid: true, stored: number }
    : { valid: false, reason: 'length' };
}
