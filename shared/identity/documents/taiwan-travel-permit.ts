import type { DocumentCheck } from './kinds';

/** Travel permit of Taiwan residents: eight digits, or ten (unproven beyond that). */
export function checkTaiwanTravelPermit(number: string): DocumentCheck {
  if (!/^\d*$/.test(number)) return { valid: false, reason: 'characters' };
  return number.length === 8 || number.length === 10
    ? { valid: true, stored: number }
    : { valid: false, reason: 'length' };
}
