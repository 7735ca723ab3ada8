const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes behind base64. Phones have no `atob`. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  const plain = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let place = 0;
  for (let at = 0; at < plain.length; at += 1) {
    held = ((held << 6) | digits.indexOf(plain.charAt(at))) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[place] = (held >> bits) & 0xff;
    place += 1;
  }
  return bytes;
}

/** The text (UTF-8) behind base64. Phones have no `TextDecoder` either. */
export function textOfBase64(base64: string): string {
  const escaped: string[] = [];
  const bytes = bytesOfBase64(base64);
  for (let at = 0; at < bytes.length; at += 1) escaped.push(`%${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`);
  return decodeURIComponent(escaped.join(''));
}
