import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import type { StoreTrouble } from '@tongcheng/cloudfunctions/ports/document-store';
import fastify from 'fastify';
import { serveHealth } from '../../host/health';
import { countedStore } from '../../host/metrics/counted-store';
import { noon } from '../world/clock';
import { ownStore, testMaster } from '../world/instance';

test('a server of the store’s cluster that is away is told to whoever watches; hosts go on being sent riders', async () => {
  const { store, close } = ownStore();
  const found: StoreTrouble[] = [];
  const verbs: string[] = [];
  const counted = countedStore({ ...store, troubles: async () => found }, (verb) => verbs.push(verb));
  let now = noon;
  const server = fastify();
  serveHealth(server, { store: counted, clock: { now: () => now }, keys: keyFileService(testMaster) });
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
  expect(await ask('/health/ready')).toEqual([200, { ok: true, store: true, keys: true }]);
  // Its pulse only: what lives on the server that is away is not asked for.
  expect(verbs).toEqual(['get', 'update']);
  await server.close();
  await close();
});
