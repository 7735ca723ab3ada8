import { spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';
import { bringUpToDate, layoutSteps } from '@tongcheng/cloudfunctions/adapters/sqlite/layout';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { build } from 'esbuild';
import { daySamples, days, numbered, ofDay, samples } from '../adapters/document-store/samples';
import { inFolder } from '../world/folders';
import { writeLayoutOne } from './layout-one';

const many = numbered(3_000);
const daily = Object.fromEntries(
  days.map((day) => [day, many.map(({ _id, number }) => ofDay(day, _id, { number: number ?? 0, text: 't' }))]),
);

const expectEverything = async (folder: string) => {
  const store = openSqliteStore({ folder });
  expect(await store.get(samples, 's0007')).toEqual({ _id: 's0007', number: 7, text: 't1', _v: 3 });
  expect(await store.count(samples, { text: 't1' })).toBe(1_000);
  expect(await store.update(samples, { _id: 's0007', text: 'new' }, 3)).toBe('updated');
  expect(await store.insert(samples, { _id: 's0008' })).toBe('exists');
  expect(await store.days(daySamples)).toEqual(days);
  const where = { day: { in: days }, text: 't', number: { gte: 2_999 } };
  expect((await store.find(daySamples, { where, limit: 9 })).items).toHaveLength(3);
  await store.close();
};

test(
  'a folder of layout 1 opens with everything in it, versions and indexes included',
  inFolder(async (folder) => {
    writeLayoutOne(folder, many, daily);
    await expectEverything(folder);
  }),
);

test(
  'a step that fails half-way never happened, and is done the next time',
  inFolder(async (folder) => {
    writeLayoutOne(folder, many, {});
    const broken = () => {
      for (const step of layoutSteps) step(database);
      throw new Error('power cut');
    };
    const database = openDatabase(join(folder, 'main.sqlite'));
    expect(() => bringUpToDate(database, [broken])).toThrow('power cut');
    const names = database.prepare('SELECT name FROM sqlite_schema ORDER BY name').all();
    expect(JSON.stringify(names)).toContain('sqlite_autoindex_c_samples_1');
    bringUpToDate(database, layoutSteps);
    const version = database.prepare('PRAGMA user_version').get();
    expect({ ...Object(version) }).toEqual({ user_version: layoutSteps.length + 1 });
    expect({ ...Object(database.prepare('SELECT count(*) AS n FROM c_samples').get()) }).toEqual({ n: 3_000 });
    database.close();
  }),
);

test(
  'killed in the middle of a migration, it goes on where it was',
  inFolder(async (folder) => {
    writeLayoutOne(folder, many, daily);
    const program = join(folder, 'open.cjs');
    await build({
      entryPoints: [resolve('tests/store/open-everything.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      external: ['@photostructure/sqlite'],
    });
    for (let delay = 0; delay < 60; delay += 6) await openAndKill(program, folder, delay);
    await expectEverything(folder);
  }),
  30_000,
);

test(
  'a newer layout is refused in both languages and left as it is; so is a file of another program',
  inFolder(async (folder) => {
    writeLayoutOne(folder, many, {}, 99);
    expect(() => openSqliteStore({ folder })).toThrow(/版式（99）.*layout \(99\) is newer/);
    const database = openDatabase(join(folder, 'main.sqlite'));
    expect({ ...Object(database.prepare('PRAGMA user_version').get()) }).toEqual({ user_version: 99 });
    expect({ ...Object(database.prepare('PRAGMA journal_mode').get()) }).toEqual({ journal_mode: 'delete' });
    database.close();
    openDatabase(join(folder, 'other.sqlite')).exec('CREATE TABLE t (a)');
    rmSync(join(folder, 'main.sqlite'));
    renameSync(join(folder, 'other.sqlite'), join(folder, 'main.sqlite'));
    expect(() => openSqliteStore({ folder })).toThrow(/不是同乘.*not a store of Tongcheng/);
  }),
);

/** The rest before the kill is what is tested: another moment of the migration each time. */
const openAndKill = (program: string, folder: string, delay: number) =>
  new Promise<void>((done) => {
    const env = { ...process.env, NODE_PATH: resolve('node_modules') };
    const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'], env });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay));
    child.on('close', () => done());
  });
