import type { Day } from '../../time';
import { checkCitizenNumber } from './citizen-number';
import type { DocumentCheck } from './kinds';

/** Foreigner's permanent residence card: new, eighteen characters beginning with 9; old, three letters and twelve digits (inner split unproven). */
export function checkForeignPermanentResidence(number: string, today: Day): DocumentCheck {
  if (number.length === 18) {
    const check = checkCitizenNumber(number, today);
    return check.valid && !number.startsWith('9') ? { valid: false, reason: 'kind' } : check;
  }
  if (number.length !== 15) return { valid: false, reason: 'length' };
  return /^[A-Z]{3}\d{12}$/.test(number) ? { valid: true, stored: number } : { valid: false, reason: 'characters' };
}
