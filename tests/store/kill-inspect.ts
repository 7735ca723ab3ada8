import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { type Acknowledged, marks, tallies } from './kill-records';

/** Looks at everything of a day as a new owner of the folder would, drops the day, and says what is not as promised. */
export const inspect = async (folder: string, day: string, seen: Acknowledged): Promise<readonly string[]> => {
  const store = openSqliteStore({ folder });
  // A kill takes nothing, so nothing is missed at the start after it.
  const missed = ((await store.troubles?.()) ?? []).map(({ reason }) => reason);
  const complaints = [...missed, ...(await marksOf(store, day, seen)), ...(await talliesOf(store, seen))];
  await store.close();
  complaints.push(...brokenFiles(folder));
  const again = openSqliteStore({ folder });
  await again.dropDay(marks, day);
  if ((await again.days(marks)).includes(day)) complaints.push(`${day} is still there`);
  await again.close();
  return complaints;
};

async function marksOf(store: DocumentStore, day: string, seen: Acknowledged): Promise<string[]> {
  const found = new Map<string, string>();
  const complaints: string[] = [];
  for await (const batch of store.stream(marks, { where: { day } })) {
    for (const { _id, echo } of batch) {
      if (found.has(_id)) complaints.push(`doubled ${_id}`);
      found.set(_id, echo);
    }
  }
  for (const id of seen.ids) if (found.get(id) !== id) complaints.push(`lost ${id}`);
  const byIndex = await store.count(marks, { day, writer: { gte: -2 } });
  if (byIndex !== found.size) complaints.push(`the index holds ${byIndex} of ${found.size}`);
  return complaints;
}

/** A tally may be one ahead of what was acknowledged: the kill fell between the commit and the line. */
async function talliesOf(store: DocumentStore, seen: Acknowledged): Promise<string[]> {
  const complaints: string[] = [];
  for (const [writer, value] of seen.tallies) {
    const kept = (await store.get(tallies, `w${writer}`))?.value ?? 0;
    if (kept < value || kept > value + roundsSince) complaints.push(`tally ${writer}: ${kept} for ${value}`);
  }
  return complaints;
}

/** Every life may leave one raise unacknowledged, and a writer may get no line out in any of a day's lives. */
const roundsSince = 25;

const brokenFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sqlite'))
    .map(
      (name) => `${name}: ${JSON.stringify(openDatabase(join(folder, name)).prepare('PRAGMA integrity_check').all())}`,
    )
    .filter((answer) => !answer.endsWith(': [{"integrity_check":"ok"}]'));
