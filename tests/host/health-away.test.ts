import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import type { StoreTrouble } from '@tongcheng/cloudfunctions/ports/document-store';
import fastify from 'fastify';
import { makeHostHealth, serveHealth } from '../../host/health';
import { countedStore } from '../../host/metrics/counted-store';
import { noon } from '../world/clock';
import { ownStore, testMaster } from '../world/instance';
import { memoryObjects } from '../world/memory-objects';

test('a server of the store’s cluster that is away is told to whoever watches; hosts go on being sent riders', async () => {
  const { store, close } = ownStore();
  const found: StoreTrouble[] = [];
  const verbs: string[] = [];
  const counted = countedStore({ ...store, troubles: async () => found }, (verb) => verbs.push(verb));
  let now = noon;
  const server = fastify();
  const keys = keyFileService(testMaster);
  serveHealth(server, makeHostHealth({ store: counted, clock: { now: () => now }, keys, objects: memoryObjects() }));
  const ask = async (path: string) => {
    const answer = await server.inject(path);
    return [answer.statusCode, answer.json()];
  };
  expect(await ask('/health')).toEqual([200, { ok: true }]);
  expect(verbs.filter((verb) => verb === 'get').length).toBeGreaterThan(1);
  found.push({ part: 'worker-1:5432', is: 'away', reason: 'connection refused' });
  now += 10_000;
  verbs.length = 0;
  expect(await ask('/health')).toEqual([503, { ok: false, troubles: 1 }]);
  expect(await ask('/health/ready')).toEqual([200, { ok: true, store: true, keys: true, objects: true }]);
  // Its pulse only: what lives on the server that is away is not asked for.
  expect(verbs).toEqual(['get', 'update']);
  await server.close();
  await close();
});

describe('files that cannot be written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-health-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What `/health/ready` says with these objects, now and again. */
  async function readiness(objects: ReturnType<typeof memoryObjects> | ReturnType<typeof openDiskObjects>) {
    const { store, close } = ownStore();
    let now = noon;
    const health = makeHostHealth({ store, clock: { now: () => now }, keys: keyFileService(testMaster), objects });
    const server = fastify();
    serveHealth(server, health);
    const ask = async (passedMs = 0) => {
      now += passedMs;
      const answer = await server.inject('/health/ready');
      return [answer.statusCode, answer.json()];
    };
    const end = async () => {
      await server.close();
      await close();
    };
    return { ask, end, health };
  }

  test('by this host, as after a restore by another user, make it not ready until they can be', async () => {
    const path = join(folder, 'objects');
    const clock = { now: () => noon };
    writeFileSync(path, 'in the place of the folder');
    const disk = openDiskObjects({ folder: path, key: testMaster, publicUrl: 'http://x', clock });
    const { ask, end } = await readiness(disk);
    expect(await ask()).toEqual([503, { ok: false, store: true, keys: true, objects: false }]);
    rmSync(path);
    expect(await ask(2_500)).toEqual([200, { ok: true, store: true, keys: true, objects: true }]);
    await end();
  });

  test('because the storage is away or full for all are said, and riders go on', async () => {
    const full = Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    const { ask, end } = await readiness({ ...memoryObjects(), put: () => Promise.reject(full) });
    expect(await ask()).toEqual([200, { ok: true, store: true, keys: true, objects: false }]);
    await end();
  });

  test('a host that is leaving is not ready, whatever it reaches', async () => {
    const { ask, end, health } = await readiness(memoryObjects());
    expect((await ask())[0]).toBe(200);
    health.leave();
    expect(await ask()).toEqual([503, { ok: false, store: true, keys: true, objects: true, leaving: true }]);
    await end();
  });
});
