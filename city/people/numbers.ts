import { addDays, type Day } from '@tongcheng/shared/time';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';

/**
 * A resident number that passes the rule (GB 11643) and can be nobody's: its province 99 does not exist. One index, one
 * number. The last digit of the order tells the sex as on real ones.
 */
export const residentNumber = (index: number, born: Day): string => {
  const area = `99${String(101 + Math.floor(index / 1_000)).padStart(4, '0')}`;
  const body = area + born.replaceAll('-', '') + String(index % 1_000).padStart(3, '0');
  const sum = weights.reduce<number>((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + checks.charAt(sum % 11);
};

/** Nine digits of a person after the calling code +999, which is assigned to no country. */
export const demonstrationPhone = (index: number): string => `+999${String(100_000_000 + index)}`;

/** `width` digits of a person, low ones, that no register gives out any more. */
export const lowNumber = (index: number, width: number): string => String(index).padStart(width, '0');

/** A birthday for somebody of an age, from a day in the calendar year `year`. */
export const birthday = (year: number, age: number, dayOfYear: number): Day =>
  addDays(`${year - age}-01-01`, dayOfYear);
