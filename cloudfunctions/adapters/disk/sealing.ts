import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { Transform } from 'node:stream';

/** Plain bytes in one sealed piece; each is followed by its 16-byte tag. */
const pieceBytes = 65_536;
const tagBytes = 16;
const sealedPieceBytes = pieceBytes + tagBytes;

/** The key of one file: of the installation's key, the file's salt, its name and type, so that no file passes for another. */
export const fileKey = (key: Uint8Array, salt: Uint8Array, name: string, contentType: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, `object\n${name}\n${contentType}`, 32));

/** Number of the piece, and whether it is the last: a file cut short, lengthened or reordered does not open. */
function pieceNonce(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0, 0);
  nonce.writeUIntBE(number, 6, 6);
  return nonce;
}

const sealPiece = (key: Uint8Array, number: number, last: boolean, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, pieceNonce(number, last), { authTagLength: tagBytes });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const openPiece = (key: Uint8Array, number: number, last: boolean, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, pieceNonce(number, last), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
};

/** Cuts a stream into pieces of one size; the last one, never absent, holds the rest. */
function inPieces(size: number, turn: (number: number, last: boolean, piece: Buffer) => Buffer): Transform {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      try {
        let used = 0;
        while (held.length - used > size) {
          this.push(turn(number++, false, held.subarray(used, used + size)));
          used += size;
        }
        held = held.subarray(used);
        done();
      } catch (cause) {
        done(cause instanceof Error ? cause : new Error(String(cause)));
      }
    },
    flush(done) {
      try {
        done(null, turn(number, true, held));
      } catch (cause) {
        done(cause instanceof Error ? cause : new Error(String(cause)));
      }
    },
  });
}

/** Seals what flows through, piece by piece (AES-256-GCM). */
export const sealing = (key: Uint8Array): Transform =>
  inPieces(pieceBytes, (number, last, piece) => sealPiece(key, number, last, piece));

/** Opens it again; fails at the first piece that was changed, and at the end when the file was cut. */
export const unsealing = (key: Uint8Array): Transform =>
  inPieces(sealedPieceBytes, (number, last, piece) => openPiece(key, number, last, piece));

/** Plain size of a sealed body. */
export const plainBytes = (sealed: number): number =>
  sealed - tagBytes * Math.max(1, Math.ceil(sealed / sealedPieceBytes));
