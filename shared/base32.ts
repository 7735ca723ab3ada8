/** Crockford's base 32: no I, L, O, U, so it can be read aloud; every character is in the QR alphanumeric set. */
export const base32Alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A whole number from 0 up to 2^53 as `length` characters, most significant first. */
export const toBase32 = (value: number, length: number): string => {
  let rest = value;
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = base32Alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
};

/** The number behind a text of the alphabet (upper case only); undefined when a character is not of it. At most 10 characters. */
export const fromBase32 = (text: string): number | undefined => {
  let value = 0;
  for (const character of text) {
    const digit = base32Alphabet.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 32 + digit;
  }
  return value;
};

/** Bytes as base 32, five bits a character, the last one filled with zeros. Ten bytes give sixteen characters without slack. */
export const bytesToBase32 = (bytes: Uint8Array): string => octetsToBase32(String.fromCharCode(...bytes));

/** The same of bytes that come as a text of characters 0 to 255 (`binary`), as a digest costs least. */
export const octetsToBase32 = (octets: string): string => {
  let text = '';
  let held = 0;
  let bits = 0;
  for (let i = 0; i < octets.length; i += 1) {
    held = ((held << 8) | octets.charCodeAt(i)) & 0x3ffff;
    bits += 8;
    if (bits < 10) continue;
    bits -= 10;
    text += pairs[(held >>> bits) & 1023];
  }
  if (bits >= 5) {
    bits -= 5;
    text += base32Alphabet.charAt((held >>> bits) & 31);
  }
  return bits === 0 ? text : text + base32Alphabet.charAt((held << (5 - bits)) & 31);
};

/** Ten bits at a time. */
const pairs = Array.from({ length: 1_024 }, (_, i) => toBase32(i, 2));
