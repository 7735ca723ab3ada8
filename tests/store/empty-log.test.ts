import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '@tongcheng/cloudfunctions/adapters/sqlite/database-file';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { dayKeys } from '@tongcheng/cloudfunctions/vault/records';
import { seededChance, seededNumbers } from '../world/chance';
import { inFolder } from '../world/folders';

jest.setTimeout(60_000);

const bytesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('');
const holds = (folder: string, text: string): boolean => bytesOf(folder).includes(text);

const chance = seededChance('wrapped keys');
const number = seededNumbers(7);
const newSecret = () => Buffer.from(chance.bytes(60)).toString('base64url');

/** A file with a table of texts, and what stands in it. */
function withSecret(folder: string, secret: string) {
  const file = openFile(join(folder, 'main.sqlite'), {});
  file.database.exec('CREATE TABLE kept (text TEXT)');
  file.statement('INSERT INTO kept VALUES (?)').run(secret);
  return file;
}

test(
  'X-20 as long as a reader holds the log nobody is told that it is empty; who asks again is',
  inFolder(async (folder) => {
    const secret = newSecret();
    const file = withSecret(folder, secret);
    file.statement('INSERT INTO kept VALUES (?)').run('another');
    const reading = file.statement('SELECT text FROM kept').iterate()[Symbol.iterator]();
    reading.next();
    await expect(file.emptyLog()).rejects.toThrow(StoreRefused);
    reading.return?.();
    file.statement('DELETE FROM kept').run();
    expect(holds(folder, secret)).toBe(true);
    await file.emptyLog();
    expect(holds(folder, secret)).toBe(false);
    file.close();
  }),
);

test(
  'X-20 what a killed store left in its log leaves it when the store of keys opens again, before anything else',
  inFolder(async (folder) => {
    const [secret, own, left] = [newSecret(), join(folder, 'own'), join(folder, 'left')];
    const store = openSqliteStore({ folder: own });
    await store.insert(dayKeys, { _id: '420100.2026-01-01', wrapped: secret });
    await store.close();
    const raw = openFile(join(own, 'main.sqlite'), {});
    raw.statement('UPDATE "c_dayKeys" SET v = v').run();
    raw.statement('DELETE FROM "c_dayKeys"').run();
    // What a kill between the commit and the emptying leaves: the files as they lie.
    cpSync(own, left, { recursive: true });
    raw.close();
    expect(holds(left, secret)).toBe(true);
    const again = openSqliteStore({ folder: left, holdsKeys: true });
    expect(holds(left, secret)).toBe(false);
    await again.close();
  }),
);

test(
  'X-20 of thousands of keys that come and go in any order no page holds one that went, freed pages and moved rows included',
  inFolder(async (folder) => {
    const store = openSqliteStore({ folder, holdsKeys: true });
    const live: { readonly id: string; readonly secret: string }[] = [];
    const gone: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const fresh = Array.from({ length: 250 }, (_, at) => ({
        id: `${newSecret()}${round}.${at}`,
        secret: newSecret(),
      }));
      await store.insertMany(
        dayKeys,
        fresh.map(({ id, secret }) => ({ _id: id, wrapped: secret })),
      );
      live.push(...fresh);
      const going = Array.from({ length: 140 }, () => live.splice(Math.floor(number() * live.length), 1)).flat();
      await Promise.all(
        going.map(({ id }, at) =>
          at % 2 ? store.delete(dayKeys, id) : store.update(dayKeys, { _id: id, wrapped: null }, 1),
        ),
      );
      gone.push(...going.map(({ secret }) => secret));
    }
    const bytes = bytesOf(folder);
    expect(gone.filter((secret) => bytes.includes(secret.slice(20, 60)))).toEqual([]);
    expect(live.every(({ secret }) => bytes.includes(secret))).toBe(true);
    await store.close();
  }),
);
