import { entryBytes } from './card-page';
import { type HeldSet, type SetRefusal, setFileRefusal, type TakingNeeds } from './held-set';
import { bodyReader } from './set-body';
import { longestHead, readSetFileHead } from './set-file';
import type { SetHeader } from './set-header';

/** Takes a set file in pieces of any length. */
export interface SetFileReader {
  /** The next piece; a refusal as soon as one is certain: nothing more need be read then. */
  take(piece: Uint8Array): SetRefusal | undefined;
  /** After the last piece: the head, when every byte was as it was signed. */
  end(): SetHeader | SetRefusal;
}

/** Where an open file stands: behind its head, with the body's digest running. */
interface Opened {
  readonly header: SetHeader;
  readonly body: ReturnType<typeof bodyReader>;
  readonly digest: ReturnType<TakingNeeds['digest']>;
  read: number;
}

/**
 * Reads a set file: signature first, then the body, whose entries are handed on page by page. What was handed on counts only once `end` has
 * answered with the head.
 */
export function setFileReader(
  needs: TakingNeeds,
  held: HeldSet | undefined,
  onPage: (page: number, entries: Uint8Array) => void,
): SetFileReader {
  let waiting = new Uint8Array(0);
  let state: Opened | SetRefusal | undefined;

  let entries = 0;
  const count = (page: number, bytes: Uint8Array) => {
    entries += bytes.length / entryBytes;
    onPage(page, bytes);
  };

  const open = (): Opened | SetRefusal => {
    const head = readSetFileHead(waiting);
    if (!head) return 'not-a-set-file';
    const refusal = setFileRefusal(needs, held, head);
    if (refusal) return refusal;
    const body = bodyReader(head.header.from !== undefined, count);
    const opened = { header: head.header, body, digest: needs.digest(), read: 0 };
    return takeBody(opened, waiting.subarray(head.bodyAt));
  };

  return {
    take(piece) {
      if (state === undefined) {
        waiting = joined(waiting, piece);
        if (waiting.length >= longestHead) state = open();
      } else if (typeof state !== 'string') state = takeBody(state, piece);
      return typeof state === 'string' ? state : undefined;
    },
    end() {
      state ??= open();
      if (typeof state === 'string') return state;
      const { header, body, digest, read } = state;
      const isWhole = body.isWhole() && read === header.bytes && entries === header.entries;
      return isWhole && digest.hex() === header.sha256 ? header : 'damaged';
    },
  };
}

function takeBody(opened: Opened, piece: Uint8Array): Opened | SetRefusal {
  opened.read += piece.length;
  if (opened.read > opened.header.bytes || !opened.body.take(piece)) return 'damaged';
  opened.digest.update(piece);
  return opened;
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}
