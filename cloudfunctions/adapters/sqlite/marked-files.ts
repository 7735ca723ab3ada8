import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DatabaseFile, explain, type FileLimits, type NoticeDamage, openFile } from './database-file';
import { heldIn, holdsNothing, lastOfDay, lossOf, numbered } from './losses';
import type { Marks } from './marks';
import { paced } from './paced';

/** The files of days, each with a mark outside of it of how far it had come. */
export interface MarkedFiles {
  /** Opens or creates the file of a day. */
  open(path: string): DatabaseFile;
  /** To be called before a file is removed: it is not missed, nor are older ones of its kind that are gone. */
  forget(path: string): void;
  /** Closes what the start opened and nobody asked for. */
  close(): void;
}

/**
 * {@link MarkedFiles} below a folder. What has a mark is compared with it now: by its size where it was closed, else by what it holds; only
 * what was written to when the program ended is opened for that.
 */
export function openMarkedFiles(folder: string, marks: Marks, limits: FileLimits, noticed: NoticeDamage): MarkedFiles {
  const open = markingOpener(folder, marks, limits, noticed);
  const ready = compare(folder, marks, open, noticed);
  return {
    open: (path) => {
      const found = ready.get(path);
      ready.delete(path);
      return found ?? open(path);
    },
    forget: (path) => {
      ready.get(path)?.close();
      ready.delete(path);
      const name = relative(folder, path);
      const kind = name.slice(0, name.lastIndexOf('/') + 1);
      const isGone = (each: string) => each.startsWith(kind) && each < name && sizeOf(join(folder, each)) === undefined;
      for (const each of [...marks.all.keys()]) if (each === name || isGone(each)) marks.forget(each);
    },
    close: () => {
      for (const file of ready.values()) file.close();
      ready.clear();
    },
  };
}

/** Writes down what files lack that have a mark. Gives those that had to be opened. */
function compare(folder: string, marks: Marks, open: (path: string) => DatabaseFile, noticed: NoticeDamage) {
  const ready = new Map<string, DatabaseFile>();
  for (const [name, mark] of [...marks.all].filter(([each]) => each.startsWith('days/'))) {
    const path = join(folder, name);
    const bytes = sizeOf(path);
    if (bytes !== undefined && mark.lost === 0 && mark.bytes > 0 && bytes >= mark.bytes) continue;
    try {
      const file = bytes === undefined ? undefined : open(path);
      if (file) ready.set(path, file);
      const held = file ? heldIn(file.database) : holdsNothing;
      marks.set(name, { count: held.count, lastId: held.lastId, bytes: 0, ...lossOf(mark, held) });
    } catch (fault) {
      // Damage is a trouble by itself; anything else is met again by whoever needs the file.
      explain(fault, path, noticed);
    }
  }
  return ready;
}

/** Opens files that are looked at after they were written, at most once a second each, and once more when they are closed. */
function markingOpener(folder: string, marks: Marks, limits: FileLimits, noticed: NoticeDamage) {
  const pace = paced();
  return (path: string): DatabaseFile => {
    const name = relative(folder, path);
    const look = () => {
      const { count, lastId } = numbered(file.statement(lastOfDay).get());
      const { lost, missed } = marks.all.get(name) ?? nothingLost;
      marks.set(name, { count, lastId, bytes: 0, lost, missed });
    };
    const file = openFile(path, limits, noticed, { committed: () => pace.after(name, look) });
    const lookAgain = () => pace.now(name);
    const settle = () => {
      const mark = marks.all.get(name);
      if (mark?.bytes === 0) marks.set(name, { ...mark, bytes: sizeOf(path) ?? 0 });
    };
    return {
      ...file,
      // In the transaction that removes, so that no look comes between.
      removing: () => marks.forget(name),
      cool: () => {
        lookAgain();
        file.cool();
        settle();
      },
      close: () => {
        file.flush();
        lookAgain();
        file.close();
        settle();
      },
    };
  };
}

const nothingLost = { lost: 0, missed: '' };

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;
