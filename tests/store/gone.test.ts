import { cpSync, existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { openThreadedStore } from '@tongcheng/cloudfunctions/adapters/sqlite/thread/open-threaded-store';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { daySamples, days, ofDay, samples } from '../adapters/document-store/samples';
import { inFolder } from '../world/folders';
import { threadProgram } from './thread-program';

jest.setTimeout(60_000);

const program = threadProgram();
const open = {
  'in this thread': async (folder: string) => openSqliteStore({ folder }),
  'in a thread of its own': (folder: string) => openThreadedStore({ folder, program }),
} as const;

const [good, bad, last] = days;
const fileOf = (folder: string, day: string) => join(folder, 'days', 'daySamples', `${day}.sqlite`);
const some = (day: string, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ofDay(day, String(from + at).padStart(4, '0'), { text: '满'.repeat(40) }));

/** A store that closed with 80 documents of each day, took 82 more, and was killed: its files as they lay when all were acknowledged. */
async function killed(folder: string): Promise<string> {
  const alive = join(folder, 'alive');
  const first = openSqliteStore({ folder: alive });
  for (const day of days) await first.insertMany(daySamples, some(day, 0, 80));
  await first.insert(samples, { _id: 'before' });
  await first.close();
  const second = openSqliteStore({ folder: alive });
  for (const day of days) await second.insertMany(daySamples, some(day, 80, 82));
  await second.insert(samples, { _id: 'apart' });
  const dead = join(folder, 'dead');
  cpSync(alive, dead, { recursive: true });
  await second.close();
  return dead;
}

const countOf = (store: DocumentStore, day: string) => store.count(daySamples, { day });

/** What is done to the files of a day, and how many of 162 acknowledged documents are then gone. */
const harms: Readonly<Record<string, readonly [(file: string) => void, number]>> = {
  'its log is gone': [(file) => rmSync(`${file}-wal`), 82],
  'its log is cut to nothing': [(file) => truncateSync(`${file}-wal`, 0), 82],
  'its log lost its end': [(file) => truncateSync(`${file}-wal`, 2_000), 82],
  'it is gone': [(file) => rmSync(file), 162],
  'it and its log are gone': [(file) => [file, `${file}-wal`].forEach((each) => void rmSync(each)), 162],
  'it and its log are empty': [(file) => [file, `${file}-wal`].forEach((each) => void truncateSync(each, 0)), 162],
};

describe.each(Object.entries(open))('a store %s that was killed', (_where, openStore) => {
  test(
    'is whole: nothing is missed, at this start and the next',
    inFolder(async (folder) => {
      const dead = await killed(folder);
      for (const _start of ['first', 'second']) {
        const store = await openStore(dead);
        expect(await store.troubles?.()).toEqual([]);
        expect(await countOf(store, bad)).toBe(162);
        await store.close();
      }
    }),
  );

  test.each(Object.entries(harms))(
    'safety rule 4: a day’s file: %s; the start names it and how much is missing, until the day is forgotten',
    (_what, [harm, missing]) =>
      inFolder(async (folder) => {
        const dead = await killed(folder);
        harm(fileOf(dead, bad));
        const trouble = {
          part: fileOf(dead, bad),
          is: 'lacks',
          reason: expect.stringMatching(new RegExp(`${bad}\\.sqlite: ${missing} / 162 `)),
        };
        const store = await openStore(dead);
        expect(await store.troubles?.()).toEqual([trouble]);
        for (const day of [good, last]) expect(await countOf(store, day)).toBe(162);
        // The phones that still have them deliver again.
        await store.insertMany(daySamples, some(bad, 500, 3));
        await store.close();
        const again = await openStore(dead);
        expect(await again.troubles?.()).toEqual([
          { ...trouble, reason: expect.stringContaining(`: ${missing} / 165 `) },
        ]);
        expect(await countOf(again, bad)).toBe(162 - missing + 3);
        await again.dropDay(daySamples, bad);
        expect(await again.troubles?.()).toEqual([]);
        await again.close();
        const after = await openStore(dead);
        expect(await after.troubles?.()).toEqual([]);
        await after.close();
      })(),
  );
});

const opened = async (folder: string, work: (store: DocumentStore) => Promise<void> = async () => undefined) => {
  const store = openSqliteStore({ folder });
  const troubles = (await store.troubles?.()) ?? [];
  await work(store);
  await store.close();
  return troubles.map(({ is, part }) => `${is} ${part.slice(folder.length + 1)}`);
};
const lackOfBad = `lacks days/daySamples/${bad}.sqlite`;

test(
  'a file that was closed and is cut, removed, or an older copy is missed; put back, it is no more',
  inFolder(async (folder) => {
    const place = join(folder, 'place');
    const file = fileOf(place, bad);
    await opened(place, async (store) => void (await store.insertMany(daySamples, some(bad, 0, 40))));
    cpSync(file, join(folder, 'older'));
    await opened(place, async (store) => void (await store.insertMany(daySamples, some(bad, 40, 160))));
    renameSync(file, join(folder, 'right'));
    expect(await opened(place)).toEqual([lackOfBad]);
    expect(existsSync(file)).toBe(false);
    cpSync(join(folder, 'right'), file);
    expect(await opened(place)).toEqual([]);
    cpSync(join(folder, 'older'), file);
    expect(await opened(place)).toEqual([lackOfBad]);
    cpSync(join(folder, 'right'), file);
    expect(await opened(place)).toEqual([]);
    truncateSync(file, 4_096);
    expect(await opened(place)).toEqual([`damaged days/daySamples/${bad}.sqlite`]);
  }),
);

test(
  'a day that vanished is forgotten with the next one that is',
  inFolder(async (folder) => {
    await opened(folder, async (store) => {
      for (const day of days) await store.insertMany(daySamples, some(day, 0, 5));
    });
    rmSync(fileOf(folder, good));
    expect(await opened(folder, (store) => store.dropDay(daySamples, bad))).toEqual([
      `lacks days/daySamples/${good}.sqlite`,
    ]);
    expect(await opened(folder)).toEqual([]);
  }),
);

test(
  'what the product itself removes is not missed: documents, days, and the whole store moved elsewhere',
  inFolder(async (folder) => {
    const alive = join(folder, 'alive');
    const store = openSqliteStore({ folder: alive });
    await store.insertMany(daySamples, some(good, 0, 9));
    await store.insertMany(daySamples, some(bad, 0, 9));
    await store.delete(daySamples, `${good}.0008`);
    await store.dropDay(daySamples, bad);
    cpSync(alive, join(folder, 'dead'), { recursive: true });
    expect(await opened(join(folder, 'dead'))).toEqual([]);
    await store.close();
    renameSync(alive, join(folder, 'moved'));
    expect(await opened(join(folder, 'moved'))).toEqual([]);
  }),
);

test(
  'the file without days: a log that is gone is missed; without marks nothing is',
  inFolder(async (folder) => {
    const dead = await killed(folder);
    rmSync(join(dead, 'main.sqlite-wal'));
    expect(await opened(dead)).toEqual(['lacks main.sqlite']);
    expect(await opened(dead)).toEqual(['lacks main.sqlite']);
    rmSync(join(dead, 'marks.sqlite'));
    expect(await opened(dead)).toEqual([]);
  }),
);

test(
  'marks that cannot be read are begun anew',
  inFolder(async (folder) => {
    const dead = await killed(folder);
    truncateSync(join(dead, 'marks.sqlite'), 700);
    expect(await opened(dead)).toEqual([]);
    expect(await opened(dead)).toEqual([]);
  }),
);
