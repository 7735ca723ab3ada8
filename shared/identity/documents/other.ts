import type { DocumentCheck } from './kinds';

/** Any other document: text that a person checks; letters, digits, Han and a few signs, so that it is never more than a number. */
export function checkOther(number: string): DocumentCheck {
  if (!/^[A-Z0-9\u3400-\u4DBF\u4E00-\u9FFF()./-]*$/.test(number)) return { valid: false, reason: 'characters' };
  return number.length >= 2 && number.length <= 40
    ? { valid: true, stored: number }
    : { valid: false, reason: 'length' };
}
