import type { Day } from '../../time';
import type { DocumentCheck } from './kinds';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** The check character of GB 11643 for the first seventeen digits. */
export const citizenCheck = (digits: string): string =>
  checks.charAt(weights.reduce((sum, weight, place) => sum + weight * Number(digits.charAt(place)), 0) % 11);

/** Whether `YYYYMMDD` is a calendar day that is not after `today`. */
function isBirthDate(text: string, today: Day): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  return text <= today.replace(/-/g, '');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * An eighteen-character number of GB 11643, tidied: length, characters, birth date, check, in the order in which a person
 * can mend them. The area is not checked: cards carry areas that no list has any more.
 */
export function checkCitizenNumber(number: string, today: Day): DocumentCheck {
  if (number.length !== 18) return { valid: false, reason: 'length' };
  if (!/^\d{17}[\dX]$/.test(number)) return { valid: false, reason: 'characters' };
  if (!isBirthDate(number.slice(6, 14), today)) return { valid: false, reason: 'birth-date' };
  if (citizenCheck(number) !== number.charAt(17)) return { valid: false, reason: 'check-digit' };
  return { valid: true, stored: number };
}
