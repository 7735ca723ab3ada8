/** Marks at the beginning of a file that say how its text is written. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
] as const;

/**
 * The text of a table's file as programs in China write it: by its mark UTF-8 or UTF-16; without one UTF-8 where every byte fits, and else
 * GB 18030, in which a Chinese Excel saves. What fits neither keeps U+FFFD, which no reader of tables takes.
 */
export function tableText(bytes: Uint8Array): string {
  const marked = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
