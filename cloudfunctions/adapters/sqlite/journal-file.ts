import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writevSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';

/** How far SQLite has committed: so many records of an epoch. */
export interface Committed {
  readonly epoch: number;
  readonly records: number;
}

/**
 * What was acknowledged since SQLite's last commit (decision 002): records at the end of a file that is written over from the
 * start after each commit. Blocks that exist already are synced faster than a file that grows.
 */
export interface JournalFile {
  /** What SQLite is to say is committed when it commits now. */
  committed(): Committed;
  /** Writes one record; `done` comes later, with a fault when it is not on the disk. One at a time. */
  append(text: string, done: (fault: unknown) => void): void;
  /** Brings what was appended to the disk now. Throws when it cannot. */
  syncNow(): void;
  /** Forgets the last record, which could not be brought to the disk. */
  takeBack(): void;
  /** The whole records that SQLite has not committed, in order. */
  records(): readonly string[];
  /** SQLite has committed all of this epoch: the next record is the first again. */
  restart(): void;
  /** Gives the disk's space back; the next record is the first of a file that grows. */
  shrink(): void;
  /** Closes the file, and removes it when everything in it is committed. */
  close(allCommitted: boolean): void;
}

const headBytes = 12;

/**
 * Opens or creates the journal at a path. A commit that SQLite reported as failed may have reached the disk all the same
 * before the power went: then the epoch goes on after the records that it says are committed.
 */
export const openJournalFile = (path: string, committed: Committed): JournalFile => {
  closeSync(openSync(path, 'a'));
  const descriptor = openSync(path, 'r+');
  const older = wholeRecords(readFileSync(path), committed.epoch);
  const goesOn = older.length > committed.records;
  let epoch = goesOn ? committed.epoch : committed.epoch + 1;
  let skipped = goesOn ? committed.records : 0;
  const found = goesOn ? older : wholeRecords(readFileSync(path), epoch);
  let count = found.length;
  let end = found.reduce((sum, body) => sum + headBytes + body.length, 0);
  let last = end;
  return {
    committed: () => ({ epoch, records: count }),
    append: (text, done) => {
      const body = Buffer.from(text);
      last = end;
      count += 1;
      try {
        writevSync(descriptor, [headOf(epoch, body), body], end);
        end += headBytes + body.length;
      } catch (fault) {
        setImmediate(done, fault);
        return;
      }
      fdatasync(descriptor, done);
    },
    syncNow: () => fdatasyncSync(descriptor),
    takeBack: () => {
      end = last;
      count -= 1;
      tried(() => ftruncateSync(descriptor, end));
    },
    records: () =>
      wholeRecords(readFileSync(path), epoch)
        .slice(skipped, count)
        .map((body) => body.toString('utf8')),
    restart: () => {
      epoch += 1;
      [skipped, count, end] = [0, 0, 0];
    },
    shrink: () => tried(() => end === 0 && ftruncateSync(descriptor, 0)),
    close: (allCommitted) => {
      closeSync(descriptor);
      if (allCommitted) rmSync(path, { force: true });
    },
  };
};

function headOf(epoch: number, body: Buffer): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(epoch >>> 0, 0);
  head.writeUInt32LE(body.length, 4);
  head.writeUInt32LE(crc32(body, epoch >>> 0), 8);
  return head;
}

/** Whole records of an epoch from the start; what follows is of an older one, or was cut off when the power went. */
function wholeRecords(bytes: Buffer, epoch: number): readonly Buffer[] {
  const bodies: Buffer[] = [];
  for (let at = 0; at + headBytes <= bytes.length; ) {
    const [written, length, sum] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)];
    const body = bytes.subarray(at + headBytes, at + headBytes + length);
    if (written !== epoch >>> 0 || body.length !== length || crc32(body, written) !== sum) break;
    bodies.push(body);
    at += headBytes + length;
  }
  return bodies;
}

/** Space that cannot be given back now is overwritten later. */
function tried(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}
