import { join } from 'node:path';
import type { StoreTrouble } from '../../ports/document-store';
import { type Database, namesIn } from './driver';
import type { Mark, Marks } from './marks';

/** What a file holds now, as its {@link Mark} says how far it had come. */
interface FileContent extends Pick<Mark, 'count' | 'lastId'> {
  readonly holds: (id: string) => boolean;
}

/** What a file holds that is not there. */
export const holdsNothing: FileContent = { count: 0, lastId: '', holds: () => false };

/** The number and id of the last document: documents are numbered as they come. */
export const lastOfDay = 'SELECT rowid AS number, id FROM documents ORDER BY rowid DESC LIMIT 1';

/** What an open file of a day holds. */
export function heldIn(database: Database): FileContent {
  if (!namesIn(database, 'table').includes('documents')) return holdsNothing;
  const byId = database.prepare('SELECT 1 FROM documents WHERE id = ?');
  return { ...numbered(database.prepare(lastOfDay).get()), holds: (id) => byId.get(id) !== undefined };
}

/** A row of {@link lastOfDay}. */
export const numbered = (row: unknown): Pick<Mark, 'count' | 'lastId'> =>
  typeof row === 'object' && row !== null && 'number' in row && 'id' in row
    ? { count: Number(row.number), lastId: String(row.id) }
    : { count: 0, lastId: '' };

/** What a file lacks that had come as far as its mark, with what it lacked before. */
export function lossOf(mark: Mark, held: FileContent): Pick<Mark, 'lost' | 'missed'> {
  const { count, lastId, lost, missed } = mark;
  // Not the same file: an older one, or the right one that was put back without what came since.
  if (count > 0 && !held.holds(lastId)) return { lost: Math.max(1, count + lost - held.count), missed: lastId };
  const isBack = lost > 0 && held.holds(missed);
  return isBack ? { lost: 0, missed: '' } : { lost, missed };
}

/** The files that lack something, in words for the log: ids and counts only. */
export const lacking = (folder: string, marks: Marks): readonly StoreTrouble[] =>
  [...marks.all]
    .filter(([, { lost }]) => lost > 0)
    .map(([name, { count, lost }]) => {
      const part = join(folder, name);
      const what = name.startsWith('days/')
        ? `${lost} / ${count + lost} 条记录 documents`
        : `${lost} 秒内的改动 the changes of that many seconds`;
      const reason = `存储文件缺少已确认的内容 / A file of the store lacks what was acknowledged: ${part}: ${what}`;
      return { part, is: 'lacks', reason };
    });
