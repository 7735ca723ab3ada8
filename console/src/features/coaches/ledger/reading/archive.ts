import { LedgerRefused } from './ledger-refused';
import { ledgerLimits } from './limits';
import { filePieces, readPieces } from './text-pieces';
import { crc32, packedContent, type ZipMember, zipDirectory } from './zip-directory';

/** The files inside a workbook. */
export interface Archive {
  readonly has: (path: string) => boolean;
  /** Throws {@link LedgerRefused} where there is no such file, it is damaged, or it swells beyond what a table can. */
  readonly pieces: (path: string) => AsyncIterable<Uint8Array>;
}

/** Opens a ZIP archive by its directory; throws {@link LedgerRefused} where it is none. Nothing is held in memory but a piece at a time. */
export async function openArchive(file: Blob): Promise<Archive> {
  const members = new Map((await zipDirectory(file)).map((member) => [plainPath(member.path), member]));
  return {
    has: (path) => members.has(plainPath(path)),
    pieces: (path) => contentOf(file, members.get(plainPath(path))),
  };
}

/** Names of parts are the same in capitals and small letters (ECMA-376, part 2). */
const plainPath = (path: string) => path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

async function* contentOf(file: Blob, member: ZipMember | undefined): AsyncGenerator<Uint8Array> {
  if (!member) throw new LedgerRefused('broken');
  const most = Math.max(ledgerLimits.inflatedBytes, ledgerLimits.inflation * member.packed);
  let [bytes, sum] = [0, 0];
  for await (const piece of inflated(await packedContent(file, member), member)) {
    bytes += piece.length;
    if (bytes > most) throw new LedgerRefused('inflates-too-much');
    sum = crc32(piece, sum);
    yield piece;
  }
  if (bytes !== member.bytes || sum !== member.crc) throw new LedgerRefused('broken');
}

async function* inflated(packed: Blob, { isDeflated }: ZipMember): AsyncGenerator<Uint8Array> {
  if (!isDeflated) return yield* filePieces(packed);
  try {
    yield* readPieces(packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader());
  } catch (fault) {
    throw fault instanceof LedgerRefused ? fault : new LedgerRefused('broken');
  }
}
