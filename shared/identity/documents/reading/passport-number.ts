import { asDigits, oneLookalikeAway } from './lookalikes';

/** Number, check, state, birth, check, sex, expiry, check: what every second line of a passport's zone begins with. */
const begins = /^([A-Z0-9<]{9})([A-Z0-9])([A-Z0-9<]{3})([A-Z0-9]{6})([A-Z0-9])[A-Z0-9<]([A-Z0-9]{6})([A-Z0-9])/;
const wholeLine = 44;

/**
 * The passport number in a line that may be the second of a machine-readable zone (ICAO 9303, TD3); undefined when it is none or a check
 * fails. The checks of number, birth and expiry have to hold, and the one over all where the line is whole: readers miscount the fillers
 * that follow. One look-alike in the number is read the other way, where that alone makes its check hold.
 */
export function passportNumberIn(line: string): string | undefined {
  const zone = line.toUpperCase().replace(/ /g, '');
  const fields = begins.exec(zone);
  if (!fields || zone.length > wholeLine + 2) return undefined;
  const [, printed = '', check = '', state = '', birth = '', birthCheck = '', expiry = '', expiryCheck = ''] = fields;
  const dates = [holdsDate(birth, birthCheck), holdsDate(expiry, expiryCheck)];
  if (dates.includes(false)) return undefined;
  const number = checkedNumber(printed, asDigits(check));
  if (number === undefined || !holdsWhole(zone, number) || !beginsRight(number, state)) return undefined;
  return number.replace(/<+$/, '');
}

const holdsDate = (date: string, check: string): boolean => {
  const digits = asDigits(date);
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  const isDay = /^\d{6}$/.test(digits) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDay && zoneCheck(digits) === asDigits(check);
};

function checkedNumber(printed: string, check: string): string | undefined {
  const holds = (number: string) => /^[A-Z0-9]+<*$/.test(number) && zoneCheck(number) === check;
  if (holds(printed)) return printed;
  const [only, ...others] = oneLookalikeAway(printed).filter(holds);
  return others.length === 0 ? only : undefined;
}

/** Chinese ones begin with a letter; one that begins with 6 was a G, which its check counts alike. */
const beginsRight = (number: string, state: string): boolean => state !== 'CHN' || /^[A-Z]/.test(number);

/** The check over all, with the fields that were mended in their places. */
function holdsWhole(zone: string, number: string): boolean {
  if (zone.length !== wholeLine) return true;
  const mended = number + asDigits(zone.slice(9, 10)) + asDigits(zone.slice(13, 20)) + asDigits(zone.slice(21, 28));
  return zoneCheck(mended + zone.slice(28, 43)) === asDigits(zone.slice(43));
}

const weights = [7, 3, 1];

/** The check digit of ICAO 9303 for a field of a machine-readable zone: digits count themselves, A to Z 10 to 35, the filler nothing. */
export const zoneCheck = (field: string): string =>
  String(
    Array.from(field).reduce((sum, character, place) => sum + zoneValue(character) * (weights[place % 3] ?? 0), 0) % 10,
  );

function zoneValue(character: string): number {
  if (character === '<') return 0;
  const digit = '0123456789'.indexOf(character);
  return digit >= 0 ? digit : character.charCodeAt(0) - 55;
}
