import type { Database } from './driver';
import type { GroupHooks } from './group-commit';
import type { Marks } from './marks';

const everyMs = 1_000;
const name = 'main.sqlite';
const made = `
  CREATE TABLE IF NOT EXISTS "~seconds" (n INTEGER NOT NULL);
  INSERT INTO "~seconds" SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM "~seconds")`;

/**
 * The mark of the file that holds no days: it counts the seconds in which something was written, within a group that is written anyway,
 * and its mark outside follows after the commit. Begun when the file is open.
 */
export function countedSeconds(): { readonly hooks: GroupHooks; begin(database: Database, marks: Marks): void } {
  let hooks: Required<GroupHooks> = { joining: () => undefined, committed: () => undefined };
  return {
    hooks: { joining: () => hooks.joining(), committed: () => hooks.committed() },
    begin: (database, marks) => {
      try {
        hooks = counting(database, marks);
      } catch {
        // A full or read-only disk is said by whoever writes a document; nothing is counted meanwhile.
        return;
      }
    },
  };
}

function counting(database: Database, marks: Marks): Required<GroupHooks> {
  database.exec(made);
  const read = database.prepare('SELECT n FROM "~seconds"');
  const count = database.prepare('UPDATE "~seconds" SET n = n + 1');
  const held = () => Number(Reflect.get(Object(read.get()), 'n'));
  compare(marks, held());
  let countedAt = Number.NEGATIVE_INFINITY;
  let counted = false;
  return {
    joining: () => {
      if (performance.now() - countedAt < everyMs) return;
      countedAt = performance.now();
      count.run();
      counted = true;
    },
    committed: () => {
      if (!counted) return;
      counted = false;
      marks.set(name, { count: held(), lastId: '', bytes: 0, lost: marks.all.get(name)?.lost ?? 0, missed: '' });
    },
  };
}

/** A file that is behind its mark was cut or is an older one; one that is ahead of all it had lost is the right one, put back. */
function compare(marks: Marks, held: number): void {
  const mark = marks.all.get(name);
  if (!mark) return;
  const { count, lost } = mark;
  if (held < count) marks.set(name, { ...mark, count: held, lost: lost + count - held });
  if (lost > 0 && held > count + 1 && held >= count + lost) marks.set(name, { ...mark, count: held, lost: 0 });
}
