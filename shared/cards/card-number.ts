/** Whether a plain number (`plainCode`) can be one of a card at all: 4 to 32 letters and digits. What it is of, the issuer says (B-02). */
export const isCardNumber = (number: string): boolean => /^[0-9A-Z]{4,32}$/.test(number);

/** What numbers of a kind usually look like, as a city says it. */
interface UsualNumber {
  readonly usualLengths?: readonly number[];
  readonly usualStart?: string;
}

/**
 * In what a number is not like those of its kind usually are; undefined when it is, or when nothing usual is known.
 * @example
 * unusualIn({ usualLengths: [19], usualStart: '31' }, '310480000000123456'); // 'length'
 */
export function unusualIn({ usualLengths, usualStart }: UsualNumber, number: string): 'length' | 'start' | undefined {
  if (usualLengths && !usualLengths.includes(number.length)) return 'length';
  return usualStart !== undefined && !number.startsWith(usualStart) ? 'start' : undefined;
}
