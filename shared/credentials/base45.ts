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
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = groupValue(text.slice(at, at + 3));
    const isPair = at + 2 < text.length;
    if (group === undefined || group >= (isPair ? 0x1_0000 : 0x100)) return undefined;
    if (isPair) bytes.push(group >>> 8);
    bytes.push(group & 255);
  }
  return Uint8Array.from(bytes);
}

function groupValue(group: string): number | undefined {
  let value = 0;
  for (let at = group.length - 1; at >= 0; at -= 1) {
    const sign = alphabet.indexOf(group.charAt(at));
    if (sign < 0) return undefined;
    value = value * 45 + sign;
  }
  return value;
}
