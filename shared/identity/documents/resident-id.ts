import type { Day } from '../../time';
import { checkCitizenNumber } from './citizen-number';
import type { DocumentCheck } from './kinds';

/** Resident ID card 居民身份证, GB 11643. First-generation numbers of fifteen digits are no longer issued. */
export const checkResidentId = (number: string, today: Day): DocumentCheck => checkCitizenNumber(number, today);
