import { LedgerRefused } from './ledger-refused';

/** Marks at the beginning of a file that say how its text is written. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** What a reader gives, piece by piece; whoever stops in the middle stops the reading, too. */
export async function* readPieces(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The bytes of a file, piece by piece. */
export async function* filePieces(file: Blob): AsyncGenerator<Uint8Array> {
  yield* readPieces(file.stream().getReader());
}

/** The text of a plain file, piece by piece: by its mark, else UTF-16 where every second byte is nothing, else UTF-8 where every byte fits, else GB 18030. */
export async function* textPieces(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file), { fatal: true });
  try {
    for await (const piece of filePieces(file)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch {
    throw new LedgerRefused('broken');
  }
}

async function encodingOf(file: Blob): Promise<string> {
  const head = new Uint8Array(await file.slice(0, 2_000).arrayBuffer());
  const marked = marks.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  return marked?.encoding ?? unmarkedUtf16(head) ?? ((await isUtf8(file)) ? 'utf-8' : 'gb18030');
}

/** Separators and digits are ASCII in every table, so that one half of their bytes is zero. */
function unmarkedUtf16(head: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) * 10 < head.length) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

async function isUtf8(file: Blob): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of filePieces(file)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
