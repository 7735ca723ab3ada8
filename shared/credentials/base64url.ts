const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without filling (RFC 4648, 5): old phones have no `btoa`. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const count = third === undefined ? (second === undefined ? 2 : 3) : 4;
    for (let sign = 0; sign < count; sign += 1) text += signs.charAt((group >>> (18 - 6 * sign)) & 63);
  }
  return text;
}

/** The bytes of such a text; undefined for every other, as one whose last sign says more than its byte holds. */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const sign of text) {
    const value = signs.indexOf(sign);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
  }
  const read = Uint8Array.from(bytes);
  return toBase64url(read) === text ? read : undefined;
}
