import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import type { PackedFacts } from './zip-stream';

const deflate = promisify(deflateRaw);

/** Nothing written yet. */
export const nothingPacked: PackedFacts = { crc: 0, bytes: 0, packed: 0 };

/** Characters of a piece, at least; where pieces end follows from the rows alone, never from how they came. */
export const pieceLength = 262_144;

/** Ends deflated content: an empty last block. */
const lastBlock = Buffer.from([3, 0]);

/** A piece of a file with what is known of the file up to its end. */
export interface DeflatedPiece {
  readonly content: Buffer;
  readonly facts: PackedFacts;
}

/**
 * Deflates a piece of a file by itself: pieces stand one after the other, whoever made them and on whichever day, and are one
 * content. The same pieces give the same bytes. At level 0 it is only wrapped.
 */
export async function deflatedPiece(
  text: string,
  before: PackedFacts,
  { last = false, level = 3 } = {},
): Promise<DeflatedPiece> {
  const plain = Buffer.from(text);
  const packed = await deflate(plain, { level, finishFlush: constants.Z_SYNC_FLUSH });
  const content = last ? Buffer.concat([packed, lastBlock]) : packed;
  return {
    content,
    facts: {
      crc: crc32(plain, before.crc),
      bytes: before.bytes + plain.length,
      packed: before.packed + content.length,
    },
  };
}
