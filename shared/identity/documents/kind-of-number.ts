import { checkCitizenNumber } from './citizen-number';
import type { DocumentKind } from './kinds';

/** No number is refused here for a birth in the future: that is said where the day is known. */
const endOfDays = '9999-12-31';

/**
 * The only kind that issues a number (in its stored form) of this shape; undefined where several might, as with passports and short
 * permits. Numbers of GB 11643 are told apart by their first digits: areas 81, 82, 83 with four zeros are residence permits, 9 before the code of a province
 * (11 to 65) a foreigner. Area 99 is no province: demonstration people have resident IDs of it (decision 070).
 */
export function kindOfNumber(number: string): DocumentKind | undefined {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return 'foreign-permanent-residence';
  if (/^[HM]\d{10}$/.test(number)) return 'hk-macao-travel-permit';
  if (!checkCitizenNumber(number, endOfDays).valid) return undefined;
  if (/^8[123]0000/.test(number)) return 'hmt-residence-permit';
  return /^9[1-8]/.test(number) ? 'foreign-permanent-residence' : 'resident-id';
}
