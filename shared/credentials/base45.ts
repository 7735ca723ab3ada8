/** The signs of RFC 9285, each of which a QR code writes in five and a half bits. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bytes as base45 (RFC 9285): three signs for two bytes, two for a last one. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = [bytes[at], bytes[at + 1]];
    text += second === undefined ? signs(first, 2) : signs(first * 256 + second, 3);
  }
  return text;
}

function signs(value: number, count: number): string {
  let text = '';
  for (let rest = value, left = count; left > 0; left -= 1, rest = Math.floor(rest / 45))
    text += alphabet.charAt(rest % 45);
  return text;
}

/** The bytes of a text; undefined where a sign is not of the alphabet, one is over, or a group says more than its bytes hold. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  let to = 0;
  for (let at = 0; at < text.length; at += 3) {
    const isPair = at + 2 < text.length;
    const group = groupValue(text, at, isPair ? at + 3 : text.length);
    if (group === undefined || group >= (isPair ? 0x1_0000 : 0x100)) return undefined;
    if (isPair) bytes[to] = group >>> 8;
    bytes[isPair ? to + 1 : to] = group & 255;
    to += 2;
  }
  return bytes;
}

/** Value of each sign by its code, 45 for what is none. */
const values = Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code));
  return value < 0 ? 45 : value;
});

function groupValue(text: string, from: number, to: number): number | undefined {
  let value = 0;
  for (let at = to - 1; at >= from; at -= 1) {
    const sign = values[text.charCodeAt(at)] ?? 45;
    if (sign === 45) return undefined;
    value = value * 45 + sign;
  }
  return value;
}
