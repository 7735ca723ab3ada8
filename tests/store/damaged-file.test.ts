import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { openThreadedStore } from '@tongcheng/cloudfunctions/adapters/sqlite/thread/open-threaded-store';
import { overReadableDays, unlessDamaged } from '@tongcheng/cloudfunctions/ports/damaged-days';
import { type DocumentStore, StoreDamaged } from '@tongcheng/cloudfunctions/ports/document-store';
import { type DaySample, daySamples, days, ofDay, samples } from '../adapters/document-store/samples';
import { inFolder } from '../world/folders';
import { threadProgram } from './thread-program';

const program = threadProgram();
const open = {
  'in this thread': async (folder: string) => openSqliteStore({ folder }),
  'in a thread of its own': (folder: string) => openThreadedStore({ folder, program }),
} as const;

const [good, bad, last] = days;
const fileOf = (folder: string, day: string) => join(folder, 'days', 'daySamples', `${day}.sqlite`);

/** What is done to a file of a store that is closed. */
const damages: Readonly<Record<string, (file: string) => void>> = {
  'its head is overwritten': (file) => overwrite(file, 0, 512),
  'its second half is cut off': (file) => truncateSync(file, Math.floor(statSync(file).size / 4_096) * 2_048),
  'all but its first pages is zeros': (file) => overwrite(file, 4_096, statSync(file).size - 4_096),
  'it is another file': (file) =>
    writeFileSync(file, 'notes of somebody, long enough to be more than a head'.repeat(40)),
};

function overwrite(file: string, from: number, length: number): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(length), 0, length, from);
  closeSync(opened);
}

const filling = '满'.repeat(200);
const samplesOf = (day: string) =>
  Array.from({ length: 900 }, (_, at) => ofDay(day, String(at).padStart(4, '0'), { text: `t${at}`, loose: filling }));

async function filled(folder: string): Promise<void> {
  const store = openSqliteStore({ folder });
  for (const day of days) await store.insertMany(daySamples, samplesOf(day));
  await store.insert(samples, { _id: 'apart' });
  await store.close();
}

const allOf = async (store: DocumentStore, day: string) => {
  const found: DaySample[] = [];
  for await (const batch of store.stream(daySamples, { where: { day } })) found.push(...batch);
  return found;
};

describe.each(Object.entries(open))('the store %s', (_where, openStore) => {
  test.each(Object.entries(damages))(
    'a day file is damaged: %s; it is named, and every other day goes on',
    (_what, damage) =>
      inFolder(async (folder) => {
        await filled(folder);
        damage(fileOf(folder, bad));
        const before = readFileSync(fileOf(folder, bad));
        const store = await openStore(folder);
        const fault: unknown = await allOf(store, bad).catch((reason: unknown) => reason);
        expect(fault).toBeInstanceOf(StoreDamaged);
        // Inside a row, where SQLite does not look, only the collection is known.
        const part = Object(fault).part === 'daySamples' ? 'daySamples' : fileOf(folder, bad);
        expect(fault).toMatchObject({ part, message: expect.stringContaining(part) });
        expect(Object(fault).message).toMatch(/SQLite \d+: |一条文档已损坏/);
        await expect(
          store.insertMany(
            daySamples,
            samplesOf(bad).map((each) => ({ ...each, _id: `${each._id}x` })),
          ),
        ).rejects.toThrow(StoreDamaged);
        expect(await store.days(daySamples)).toEqual([good, bad, last]);
        for (const day of [good, last]) {
          expect(await allOf(store, day)).toHaveLength(900);
          expect(await store.insert(daySamples, ofDay(day, 'more'))).toBe('inserted');
        }
        expect(await store.get(samples, 'apart')).toMatchObject({ _id: 'apart' });
        expect(await store.troubles?.()).toContainEqual(expect.objectContaining({ part, is: 'damaged' }));
        await store.close();
        // All but the head, where SQLite notes how it was opened.
        expect(readFileSync(fileOf(folder, bad)).subarray(100).equals(before.subarray(100))).toBe(true);
        const again = await openStore(folder);
        await again.dropDay(daySamples, bad);
        expect(await again.days(daySamples)).toEqual([good, last]);
        expect(await again.troubles?.()).toEqual([]);
        await again.close();
      })(),
  );
});

test(
  'a main file that is damaged stops the start with its name and what SQLite says, in both languages',
  inFolder(async (folder) => {
    await filled(folder);
    overwrite(join(folder, 'main.sqlite'), 0, 512);
    const words = /损坏.*damaged: .*main\.sqlite: .*SQLite 26: /;
    expect(() => openSqliteStore({ folder })).toThrow(words);
    await expect(openThreadedStore({ folder, program })).rejects.toThrow(words);
  }),
);

test('what reads over several days leaves damaged ones out; what reads one day, or meets damage elsewhere, fails', async () => {
  const damaged = new StoreDamaged('file', 'damaged');
  const read = (broken: readonly string[]) => async (asked: readonly string[]) => {
    if (asked.some((day) => broken.includes(day))) throw damaged;
    return asked.join();
  };
  expect(await overReadableDays(days, read([]))).toBe(days.join());
  expect(await overReadableDays(days, read([bad]))).toBe([good, last].join());
  await expect(overReadableDays([bad], read([bad]))).rejects.toBe(damaged);
  await expect(overReadableDays(days, read(days))).rejects.toBe(damaged);
  const apart = async (asked: readonly string[]) => (asked.length > 1 ? Promise.reject(damaged) : 'one');
  await expect(overReadableDays(days, apart)).rejects.toBe(damaged);
  await expect(unlessDamaged(async () => Promise.reject(new Error('away')), 1)).rejects.toThrow('away');
});
