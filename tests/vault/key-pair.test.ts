import { chmodSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { everyCollection } from '@tongcheng/cloudfunctions/app/retention/every-collection';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { pairId, refuseUnpaired } from '@tongcheng/cloudfunctions/vault/key-pair';
import { documentPairs, keyPairs, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { minuteMs } from '@tongcheng/shared/time';
import { inFolder } from '../world/folders';
import { instanceOver, ownStore } from '../world/instance';
import { personFacts } from '../world/records';
import { environmentIn } from '../world/town';

jest.setTimeout(60_000);

/** Starts an installation in a folder, as a host does, with a clock that the test moves. */
const start = (folder: string, now = () => Date.now(), more = {}) =>
  makeContainer(readConfig({ ...environmentIn(folder), ...more }), { clock: { now } });

const facts = (order: number) => personFacts(`E1234${1000 + order}`);

/** A start, some people more, a stop. Gives their ids. */
async function enrol(folder: string, from: number, count: number, now?: () => number): Promise<readonly string[]> {
  const { vault, store } = await start(folder, now);
  const ids: string[] = [];
  for (let order = from; order < from + count; order += 1) ids.push((await vault.enrol(facts(order))).personId);
  await store.close();
  return ids;
}

const keysOf = (folder: string) => join(folder, 'master.key.store');

/** What stands in a folder's documents and keys. */
async function contentsOf(folder: string) {
  const all: unknown[] = [];
  for (const path of [join(folder, 'data', 'store'), keysOf(folder)]) {
    const store = openSqliteStore({ folder: path });
    for (const { visit } of everyCollection)
      all.push(
        await visit({
          of: async (each) => (each.partition ? [] : (await store.find(each, { where: {}, limit: 1_000 })).items),
        }),
      );
    await store.close();
  }
  return all;
}

/** The start is refused in both languages, lets go of the files, and changes nothing in them. */
async function expectRefused(folder: string, reason: RegExp): Promise<void> {
  const before = await contentsOf(folder);
  await expect(start(folder)).rejects.toThrow(reason);
  expect(await contentsOf(folder)).toEqual(before);
}

test(
  'X-20 keys that are empty, of another installation, or an older copy refuse the start; the right ones back, everybody opens',
  inFolder(async (place) => {
    const [folder, other] = [join(place, 'own'), join(place, 'other')];
    for (const each of [folder, other]) mkdirSync(each);
    await enrol(folder, 0, 4);
    cpSync(keysOf(folder), join(place, 'older'), { recursive: true });
    const [last = ''] = await enrol(folder, 4, 1, () => Date.now() + minuteMs);
    cpSync(join(folder, 'master.key'), join(other, 'master.key'));
    await enrol(other, 0, 4);
    renameSync(keysOf(folder), join(place, 'right'));

    mkdirSync(keysOf(folder));
    await expectRefused(folder, /密钥库是空的.*store of keys is empty/);
    for (const [copy, reason] of [
      [keysOf(other), /另一套数据.*another installation/],
      [join(place, 'older'), /旧的副本.*older copy/],
    ] as const) {
      rmSync(keysOf(folder), { recursive: true });
      cpSync(copy, keysOf(folder), { recursive: true });
      await expectRefused(folder, reason);
    }
    rmSync(keysOf(folder), { recursive: true });
    renameSync(join(place, 'right'), keysOf(folder));
    const again = await start(folder);
    expect(await again.vault.masked(last)).toMatchObject({ maskedName: '演**' });
    await again.store.close();
  }),
);

test(
  'X-20 keys from which every second person is missing refuse the start, whatever their mark says',
  inFolder(async (folder) => {
    const ids = await enrol(folder, 0, 6);
    const keys = openSqliteStore({ folder: keysOf(folder) });
    for (const id of ids.filter((_, at) => at % 2 === 0)) await keys.delete(personKeys, id);
    await keys.close();
    await expectRefused(folder, /缺少已有人员的密钥.*lacks keys of people/);
    const { store } = await start(folder, undefined, { TONGCHENG_ACCEPT_OLDER_KEYS: 'yes' });
    await store.close();
  }),
);

test(
  'X-20 keys without data refuse the start: a lost or unmounted data folder is not a new city',
  inFolder(async (folder) => {
    await enrol(folder, 0, 1);
    renameSync(join(folder, 'data'), join(folder, 'elsewhere'));
    await expect(start(folder)).rejects.toThrow(/没有数据.*keys but no data/);
  }),
);

test(
  'X-20 an installation of an earlier release gets its number once, when its people open, and is refused when they do not',
  inFolder(async (folder) => {
    await enrol(folder, 0, 3);
    const unmark = async () => {
      const { store } = await start(folder);
      await store.delete(documentPairs, pairId);
      await store.delete(keyPairs, pairId);
      await store.close();
    };
    await unmark();
    const marked = await start(folder);
    const number = (await marked.store.get(documentPairs, pairId))?.installation;
    expect(number).toMatch(/^[0-9a-f]{32}$/);
    expect((await marked.store.get(keyPairs, pairId))?.installation).toBe(number);
    await marked.store.close();
    await unmark();
    renameSync(keysOf(folder), join(folder, 'aside'));
    mkdirSync(keysOf(folder));
    await expectRefused(folder, /缺少已有人员的密钥.*lacks keys of people/);
  }),
);

test(
  'a restore out of two archives that do not belong together is refused; of an earlier release’s none is',
  inFolder(async (folder) => {
    const store = openSqliteStore({ folder });
    await refuseUnpaired(store);
    await store.insert(documentPairs, { _id: pairId, installation: 'one', epoch: 3 });
    await expect(refuseUnpaired(store)).rejects.toThrow(/is empty/);
    await store.insert(keyPairs, { _id: pairId, installation: 'two', epoch: 3 });
    await expect(refuseUnpaired(store)).rejects.toThrow(/another installation/);
    await store.update(keyPairs, { _id: pairId, installation: 'one', epoch: 2 }, 1);
    await expect(refuseUnpaired(store)).rejects.toThrow(/older copy/);
    await store.update(keyPairs, { _id: pairId, installation: 'one', epoch: 4 }, 2);
    await refuseUnpaired(store);
    await store.close();
  }),
);

test(
  'folders and files of data and keys are for their owner only, also those that an earlier release left open',
  inFolder(async (folder) => {
    const folders = [join(folder, 'data', 'store'), keysOf(folder)];
    await enrol(folder, 0, 1);
    for (const path of folders) {
      chmodSync(path, 0o755);
      chmodSync(join(path, 'main.sqlite'), 0o644);
    }
    const { store } = await start(folder);
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
    for (const path of folders) {
      expect([path, modeOf(path)]).toEqual([path, '700']);
      for (const name of readdirSync(path).filter((each) => each.startsWith('main')))
        expect([name, modeOf(join(path, name))]).toEqual([name, '600']);
    }
    await store.close();
  }),
);

test('X-20 of two hosts of a new installation, one that reads the marks while the other writes them starts all the same', async () => {
  const { store, close } = ownStore();
  let others = 0;
  const get: DocumentStore['get'] = async (from, id) => {
    // The other host starts between the moment at which this one asks for the mark of the documents and the answer.
    if (from.name === documentPairs.name && others++ === 0) await instanceOver(store, undefined, 'other');
    return store.get(from, id);
  };
  await expect(instanceOver({ ...store, get })).resolves.toBeDefined();
  expect(others).toBeGreaterThan(0);
  await close();
});
