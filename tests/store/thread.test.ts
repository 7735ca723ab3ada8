import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { openThreadedStore } from '@tongcheng/cloudfunctions/adapters/sqlite/thread/open-threaded-store';
import { StoreMisused, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { build } from 'esbuild';
import { daySamples, ofDay, samples } from '../adapters/document-store/samples';
import { inFolder } from '../world/folders';
import { threadProgram } from './thread-program';

const program = threadProgram();

test(
  'a folder that is open is refused with its path, whichever of the two has it',
  inFolder(async (folder) => {
    const first = await openThreadedStore({ folder, program });
    await expect(openThreadedStore({ folder, program })).rejects.toThrow(`has this store open: ${folder}`);
    expect(() => openSqliteStore({ folder })).toThrow('has this store open');
    await first.close();
    const second = openSqliteStore({ folder });
    await expect(openThreadedStore({ folder, program })).rejects.toThrow('has this store open');
    await second.close();
  }),
);

test(
  'a full store refuses as its own class with what SQLite said, keeps nothing of the group, and takes the next once there is room',
  inFolder(async (folder) => {
    const store = await openThreadedStore({ folder, program, maxBytes: 400_000 });
    const filling = '满'.repeat(1_000);
    const kept: string[] = [];
    const refused = await (async () => {
      for (let at = 0; ; at += 1) {
        const ids = [`${at}-a`, `${at}-b`];
        const answers = await Promise.allSettled(ids.map((_id) => store.insert(samples, { _id, loose: filling })));
        const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
        if (faults.length > 0) return { ids, faults };
        kept.push(...ids);
      }
    })();
    expect(kept.length).toBeGreaterThan(10);
    for (const fault of refused.faults) expect(fault).toBeInstanceOf(StoreRefused);
    expect(refused.faults[0].stack).toMatch(/group\.ts|store-thread/);
    for (const id of refused.ids) expect(await store.get(samples, id)).toBeUndefined();
    expect(await store.count(samples, {})).toBe(kept.length);
    for (const id of kept) await store.delete(samples, id);
    expect(await store.insert(samples, { _id: 'after', loose: filling })).toBe('inserted');
    await store.close();
  }),
);

test(
  'what our own code asks wrongly is a misuse there too, found here or in the thread',
  inFolder(async (folder) => {
    const store = await openThreadedStore({ folder, program });
    await expect(store.find(samples, { where: {}, limit: 0 })).rejects.toThrow(StoreMisused);
    await expect(store.count(daySamples, {})).rejects.toThrow(StoreMisused);
    await store.close();
  }),
);

test(
  'what is asked in one turn is done in its order: a drop after inserts, a question after an answered write',
  inFolder(async (folder) => {
    const store = await openThreadedStore({ folder, program });
    const [kept, dropped] = ['2026-11-21', '2026-11-22'];
    const all = [kept, dropped].flatMap((day) => Array.from({ length: 50 }, (_, at) => ofDay(day, `${at}`)));
    const inserted = Promise.all(all.map((document) => store.insert(daySamples, document)));
    const gone = store.dropDay(daySamples, dropped);
    expect(new Set(await inserted)).toEqual(new Set(['inserted']));
    await gone;
    expect(await store.days(daySamples)).toEqual([kept]);
    expect(await store.count(daySamples, { day: kept })).toBe(50);
    await store.close();
  }),
);

test(
  'closed: what was asked before is done and told, what comes after is refused, and the next opens at once',
  inFolder(async (folder) => {
    const store = await openThreadedStore({ folder, program });
    const last = store.insert(samples, { _id: 'last' });
    const closing = store.close();
    await expect(store.get(samples, 'last')).rejects.toThrow('the store is closed');
    await closing;
    expect(await last).toBe('inserted');
    const again = await openThreadedStore({ folder, program });
    expect(await again.get(samples, 'last')).toMatchObject({ _id: 'last' });
    await again.close();
  }),
);

/** Runs a program of a few lines beside a thread's program of a few lines. */
async function running(folder: string, thread: string, body: string) {
  const opener = resolve('cloudfunctions/adapters/sqlite/thread/open-threaded-store.ts');
  const samplesFile = resolve('tests/adapters/document-store/samples.ts');
  const threadFile = join(folder, 'thread.cjs');
  writeFileSync(threadFile, thread);
  const outfile = join(folder, 'program.cjs');
  const contents = `import { openThreadedStore } from ${JSON.stringify(opener)};
    import { samples } from ${JSON.stringify(samplesFile)};
    const open = (program) => openThreadedStore({ folder: ${JSON.stringify(join(folder, 'store'))}, program });
    const thread = ${JSON.stringify(threadFile)};
    const real = ${JSON.stringify(program)};
    const main = async () => { ${body} };
    main().catch((fault) => { console.log('caught', fault.message); });`;
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    outfile,
    bundle: true,
    platform: 'node',
    external: ['@photostructure/sqlite'],
    logLevel: 'error',
  });
  const env = { ...process.env, NODE_PATH: resolve('node_modules') };
  return spawnSync(process.execPath, [outfile], { encoding: 'utf8', timeout: 20_000, env });
}

const opens = `const { parentPort } = require('node:worker_threads'); parentPort.postMessage('open');`;

test.each([
  ['throws', `${opens} parentPort.on('message', () => { throw new Error('the disk was torn out'); });`],
  ['ends', `${opens} parentPort.on('message', () => process.exit(0));`],
])('a thread that %s takes the program with it: nobody waits for an answer that never comes', (_how, thread) =>
  inFolder(async (folder) => {
    const { status, stderr, stdout } = await running(
      folder,
      thread,
      `const store = await open(thread); await store.insert(samples, { _id: 'a' }); console.log('answered');`,
    );
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(stderr).toMatch(/the disk was torn out|the thread of the store ended/);
  })(),
);

test(
  'closed, a collection that was never asked for before is refused like every other, and the program goes on',
  inFolder(async (folder) => {
    // The timer of the program proves that its loop goes on after the refusal.
    const body = `const store = await open(real); await store.close();
      await store.get(samples, 'a').catch((fault) => console.log(fault.message));
      setTimeout(() => console.log('goes on'), 20);`;
    const { status, stdout } = await running(folder, '', body);
    expect([status, stdout]).toEqual([0, 'the store is closed\ngoes on\n']);
  }),
);

test(
  'a program that forgot to close ends all the same, and what was answered is there',
  inFolder(async (folder) => {
    const body = `const store = await open(real); console.log(await store.insert(samples, { _id: 'a' }));`;
    const { status, stdout } = await running(folder, '', body);
    expect([status, stdout]).toEqual([0, 'inserted\n']);
    const store = openSqliteStore({ folder: join(folder, 'store') });
    expect(await store.get(samples, 'a')).toMatchObject({ _id: 'a' });
    await store.close();
  }),
);
