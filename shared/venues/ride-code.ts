import { fromBase32, toBase32 } from '../base32';
import { plainText } from '../typed-text';

/** What a ride code says; it names a place and nobody. */
export interface RideCode {
  /** never admits anyone. Signed like the rest, so it cannot be cleared. */
  readonly demonstration: boolean;
  /** Which key signed it: ten bits of the key's fingerprint. */
  readonly keyId: number;
  /** GB/T 2260 code of the city. */
  readonly city: string;
  /** The venue's number, unique in the installation, below {@link serialLimit}. */
  readonly serial: number;
  /** How often the code was replaced, below {@link generationLimit}. */
  readonly generation: number;
}

/** A code as posted: its fields, the text that is signed and the signature's text. Nothing is proved yet. */
export interface UnverifiedCode {
  readonly fields: RideCode;
  readonly body: string;
  readonly mac: string;
}

/** Serials go from 0 up to this, exclusive: 25 bits. */
export const serialLimit = 2 ** 25;
/** Generations go from 0 up to this, exclusive: 10 bits. */
export const generationLimit = 2 ** 10;
/** Characters of the signature: 80 bits. */
export const macLength = 16;

const formatVersion = 1;
const bodyLength = 14;
const codePattern = new RegExp(`^[0-9A-HJKMNP-TV-Z]{${bodyLength + macLength}}$`);
const likenessPattern = /^[23][0-9A-Z]{13,40}$/;
/** What platforms and chats leave behind a code: a final slash, parameters of theirs, a fragment. */
const leftBehind = '/*(?:[?#&]\\S*)?$';
const linkPattern = new RegExp(`^https?://[^/?#\\s]+/r/([^/?#&\\s]*)${leftBehind}`, 'i');
const barePattern = new RegExp(`^([23][0-9A-Z]{13,40})${leftBehind}`);
/** WeChat hands its `q` over encoded, a link that opens WeChat encodes that again, and one more was seen. */
const maxEncodings = 3;

/** The part that is signed: format and demonstration (1 character), key (2), city (4), serial (5), generation (2). */
export const codeBody = (code: RideCode): string =>
  toBase32(formatVersion * 2 + (code.demonstration ? 1 : 0), 1) +
  toBase32(code.keyId, 2) +
  toBase32(Number(code.city), 4) +
  toBase32(code.serial, 5) +
  toBase32(code.generation, 2);

/** Reads a code, strictly: upper case, whole, of a format this version knows. Every character counts, none has slack. */
export const readRideCode = (code: string): UnverifiedCode | undefined => {
  if (!codePattern.test(code)) return undefined;
  const number = (from: number, to: number) => fromBase32(code.slice(from, to)) ?? 0;
  const first = number(0, 1);
  const city = number(3, 7);
  if (first >> 1 !== formatVersion || city > 999_999) return undefined;
  const fields = {
    demonstration: first % 2 === 1,
    keyId: number(1, 3),
    city: String(city).padStart(6, '0'),
    serial: number(7, 12),
    generation: number(12, 14),
  };
  return { fields, body: code.slice(0, bodyLength), mac: code.slice(bodyLength) };
};

/** Whether a text that {@link readRideCode} cannot read pretends to be a code: cut off, lengthened or with wrong characters. */
export const resemblesRideCode = (code: string): boolean => likenessPattern.test(code);

/** The link inside the QR code, all upper case so that it packs as alphanumeric: `HTTPS://HOST/R/<CODE>`. */
export const rideLink = (publicUrl: string, code: string): string => `${originOf(publicUrl).toUpperCase()}/R/${code}`;

/**
 * The code inside what a camera read or a platform handed over: the end of a `/R/` link of any host, or the bare code as the app's own
 * address carries it, encoded however often and with whatever was put behind it. Undefined for every other text. The host proves nothing,
 * the signature does.
 */
export const codeInText = (text: string): string | undefined => {
  const plain = plainText(decodedLink(text));
  return linkPattern.exec(plain)?.[1] ?? barePattern.exec(plain)?.[1];
};

/** A link as it was before platforms encoded it for their own addresses; a text that is not encoded stays. */
export function decodedLink(text: string): string {
  let link = text;
  for (let times = 0; times < maxEncodings && link.indexOf('%') >= 0; times += 1) link = decodedOnce(link);
  return link;
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function originOf(url: string): string {
  return url.replace(/^(https?:\/\/[^/?#]+).*$/i, '$1');
}
