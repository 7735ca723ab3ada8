import type { Day } from '../../time';
import { checkCitizenNumber } from './citizen-number';
import type { DocumentCheck } from './kinds';

/** Residence permits for Hong Kong (810000), Macao (820000) and Taiwan (830000) residents: the same eighteen characters. */
export function checkHmtResidencePermit(number: string, today: Day): DocumentCheck {
  const check = checkCitizenNumber(number, today);
  const isPermit = /^8[123]0000/.test(number);
  return check.valid && !isPermit ? { valid: false, reason: 'kind' } : check;
}
