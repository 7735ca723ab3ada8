import { writeSync } from 'node:fs';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { openThreadedStore } from '@tongcheng/cloudfunctions/adapters/sqlite/thread/open-threaded-store';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { type Mark, marks, tallies, writers } from './kill-records';

const [folder = '', thread = '', day = '', round = '', ...again] = process.argv.slice(2);

/** A line reaches the pipe before the next thing happens, so what the parent reads was acknowledged. */
const say = (line: string): void => {
  while (!written(`${line}\n`));
};

/** With a thread beside it a full pipe does not wait by itself: then nothing of so short a line was written. */
function written(line: string): boolean {
  try {
    writeSync(1, line);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EAGAIN') return false;
    throw fault;
  }
}

const mark = (id: string, writer: number, at: number): Mark => ({
  _id: id,
  day,
  writer,
  place: `p${(at * 7_919) % 500}`,
  at,
  echo: id,
});

const ids = (writer: number, at: number, count: number) =>
  Array.from({ length: count }, (_, part) => `${day}.${round}-${writer}-${at}-${part}`);

/** Writes without end: one by one, sometimes several at once, and raises its tally. */
const write = async (store: DocumentStore, writer: number): Promise<never> => {
  for (let at = 0; ; at += 1) {
    const batch = ids(writer, at, at % 5 === 0 ? 7 : 1).map((id) => mark(id, writer, at));
    const [first] = batch;
    if (batch.length === 1 && first) await store.insert(marks, first);
    if (batch.length > 1) await store.insertMany(marks, batch);
    for (const { _id } of batch) say(`+${_id}`);
    if (at % 3 === 0) await raise(store, writer);
  }
};

const raise = async (store: DocumentStore, writer: number) => {
  const found = (await store.get(tallies, `w${writer}`)) ?? { _id: `w${writer}`, value: 0, _v: 0 };
  const next = { _id: found._id, value: found.value + 1 };
  const answer = found._v === 0 ? await store.insert(tallies, next) : await store.update(tallies, next, found._v);
  say(answer === 'inserted' || answer === 'updated' ? `=${writer} ${next.value}` : `!tally ${writer}: ${answer}`);
};

const main = async () => {
  const store = thread === '' ? openSqliteStore({ folder }) : await openThreadedStore({ folder, program: thread });
  await store.insert(marks, mark(`${day}.${round}-first`, -1, 0));
  await store.find(marks, { where: { day, writer: 0 }, order: { by: 'at', direction: 'desc' }, limit: 1 });
  say('ready');
  for (const id of again) {
    if ((await store.insert(marks, mark(id, -2, 0))) === 'inserted') say(`!lost ${id}`);
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(store, writer)));
};

main().catch((fault: unknown) => {
  say(`!fault ${String(fault)}`);
  process.exit(1);
});
