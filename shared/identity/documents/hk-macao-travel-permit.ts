import type { DocumentCheck } from './kinds';

/** Travel permit of Hong Kong and Macao residents: H or M, eight digits, two more for the renewal count. */
export function checkHkMacaoTravelPermit(number: string): DocumentCheck {
  if (!/^[HM]\d*$/.test(number)) return { valid: false, reason: 'characters' };
  return number.length === 9 || number.length === 11
    ? { valid: true, stored: number }
    : { valid: false, reason: 'length' };
}
