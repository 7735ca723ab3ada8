import { plainNumber } from '../typed-text';

/**
 * A phone number in its stored form, or undefined: eleven digits of the mainland, or + and seven to fifteen digits. The mainland's code is
 * understood with and without its sign, and the zero that is dialled within a country is left out.
 */
export function checkPhone(typed: string): string | undefined {
  const tidy = plainNumber(typed)
    .replace('(0)', '')
    .replace(/[-.·()]/g, '');
  const mainland = tidy.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(mainland)) return mainland;
  const international = tidy.replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(international) && !international.startsWith('+86') ? international : undefined;
}
