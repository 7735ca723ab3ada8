import { base32Alphabet } from '../base32';
import { idPattern } from '../ids';

const idBytes = 16;

/** An id of 26 signs as the 16 bytes that it is; a RangeError where it is none. */
export function passIdBytes(id: string): Uint8Array {
  if (!idPattern.test(id)) throw new RangeError('a pass is named by an id');
  const bytes: number[] = [];
  let held = 0;
  // 26 signs have two bits more than 16 bytes; the pattern holds these at nought.
  let bits = -2;
  for (const sign of id) {
    held = ((held << 5) | base32Alphabet.indexOf(sign)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

/** The id of 16 bytes; undefined for another count. */
export function passIdOf(bytes: Uint8Array): string | undefined {
  if (bytes.length !== idBytes) return undefined;
  let id = '';
  let held = 0;
  let bits = 2;
  for (let at = 0; at < idBytes; at += 1) {
    held = ((held << 8) | (bytes[at] ?? 0)) & 0x1fff;
    bits += 8;
    for (; bits >= 5; bits -= 5) id += base32Alphabet.charAt((held >>> (bits - 5)) & 31);
  }
  return id;
}
