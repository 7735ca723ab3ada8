import { base32Alphabet, bytesToBase32, fromBase32, toBase32 } from '../base32';
import { hmacSha256 } from '../hmac-sha-256';
import { idPattern } from '../ids';
import { plainText } from '../typed-text';
import { isPlate } from '../venues/plates';
import { decodedLink, rideLink } from '../venues/ride-code';

/** What the code of one departure says (发车码): the second form of the `/R/` link. It names a coach and no passenger. */
export interface DepartureCode {
  /** fills no manifest. */
  readonly demonstration: boolean;
  /** L-03: where it goes, addresses are asked for; said here since the crew's own delivery may come later. */
  readonly asksAddresses: boolean;
  /** The city that it leaves. */
  readonly city: string;
  readonly departureId: string;
  /** The session of the crew whose phone made it. */
  readonly sessionId: string;
  /** Plain form. Another coach needs another code. */
  readonly plate: string;
}

/** A code as it is shown: its fields, the text that is signed and the signature's text. Nothing is proved yet. */
export interface UnverifiedDepartureCode {
  readonly fields: DepartureCode;
  readonly body: string;
  readonly mac: string;
}

/** Characters of the signature: 80 bits. */
const departureMacLength = 16;

/** First characters 4 to 7; those of ride codes are 2 and 3. */
const firstForm = 4;
/** First character, city, departure, session; the plate and the signature follow. */
const headLength = 1 + 4 + 26 + 26;
const shape = new RegExp(
  `^[4-7][0-9A-HJKMNP-TV-Z]{56}[0-9A-HJKMNP-TV-Z][A-Z0-9]{6,8}[0-9A-HJKMNP-TV-Z]{${departureMacLength}}$`,
);
const likeness = /^[4-7][0-9A-Z]{30,100}$/;
const leftBehind = '/*(?:[?#&]\\S*)?$';
const link = new RegExp(`^https?://[^/?#\\s]+/r/([4-7][^/?#&\\s]*)${leftBehind}`, 'i');
const bare = new RegExp(`^([4-7][0-9A-Z]{30,100})${leftBehind}`);

/** The order is part of the form: it never changes. */
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** Written as I and a digit: no plate has an I. */
const endings = '挂学警港澳';

/** The part that is signed: form and demonstration (1), city (4), departure (26), session (26), plate (7 to 8). */
export const departureCodeBody = (code: DepartureCode): string =>
  toBase32(firstForm + (code.demonstration ? 1 : 0) + (code.asksAddresses ? 2 : 0), 1) +
  toBase32(Number(code.city), 4) +
  code.departureId +
  code.sessionId +
  plateText(code.plate);

/** A plate in characters that pack well. */
function plateText(plate: string): string {
  const ending = endings.indexOf(plate.slice(-1));
  const middle = ending < 0 ? plate.slice(1) : `${plate.slice(1, -1)}I${ending}`;
  return toBase32(provinces.indexOf(plate.charAt(0)), 1) + middle;
}

function plateIn(text: string): string | undefined {
  const province = provinces.charAt(base32Alphabet.indexOf(text.charAt(0)));
  const plate = province + text.slice(1).replace(/I([0-4])$/, (_, digit: string) => endings.charAt(Number(digit)));
  return isPlate(plate) ? plate : undefined;
}

/** Reads a code of a departure, strictly: every character counts. Undefined for every other text. */
export function readDepartureCode(code: string): UnverifiedDepartureCode | undefined {
  if (!shape.test(code)) return undefined;
  const body = code.slice(0, -departureMacLength);
  const city = fromBase32(code.slice(1, 5)) ?? 0;
  const [departureId, sessionId] = [code.slice(5, 31), code.slice(31, headLength)];
  const plate = plateIn(body.slice(headLength));
  if (city > 999_999 || plate === undefined || !idPattern.test(departureId) || !idPattern.test(sessionId))
    return undefined;
  const said = (fromBase32(code.charAt(0)) ?? firstForm) - firstForm;
  const [demonstration, asksAddresses] = [said % 2 === 1, said >= 2];
  const fields = { demonstration, asksAddresses, city: String(city).padStart(6, '0'), departureId, sessionId, plate };
  return { fields, body, mac: code.slice(-departureMacLength) };
}

/** Whether a text that {@link readDepartureCode} cannot read pretends to be such a code: cut off or mistyped. */
export const resemblesDepartureCode = (code: string): boolean => likeness.test(code);

/** The link inside the QR code. */
export const departureLink = (publicUrl: string, code: string): string => rideLink(publicUrl, code);

/** The code of a departure inside what a camera read or a platform handed over; undefined for every other text, ride codes among them. */
export const departureCodeInText = (text: string): string | undefined => {
  const plain = plainText(decodedLink(text));
  return link.exec(plain)?.[1] ?? bare.exec(plain)?.[1];
};

/** The first 80 bits of an HMAC-SHA-256 under the key of the crew's session, as sixteen characters. */
export const departureMac = (key: Uint8Array, body: string): string =>
  bytesToBase32(hmacSha256(key, `tongcheng-departure-1\n${body}`).slice(0, 10));

/** The code of a departure, signed on the crew's phone without a network, valid at once. */
export function signDepartureCode(key: Uint8Array, code: DepartureCode): string {
  const body = departureCodeBody(code);
  return body + departureMac(key, body);
}
