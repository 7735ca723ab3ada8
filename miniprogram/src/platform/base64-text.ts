const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text (UTF-8) behind base64. Phones have neither `atob` nor `TextDecoder`. */
export function textOfBase64(base64: string): string {
  const bytes: string[] = [];
  let held = 0;
  let bits = 0;
  for (const digit of base64.replace(/=+$/, '')) {
    held = ((held << 6) | digits.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(`%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`);
  }
  return decodeURIComponent(bytes.join(''));
}
