import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import * as z from 'zod';
import { bundlesOf } from '../functions/artefacts';
import { type CloudTown, openCloudTown } from './cloud-town';

jest.setTimeout(60_000);

let town: CloudTown;
beforeAll(async () => {
  town = await openCloudTown(Date.now());
});
afterAll(() => town.close());

const Reply = z.object({ statusCode: z.number(), body: z.string() });

/** What a deployed bundle answers in a process of its own, to an event of the HTTP access service. */
async function answerOf(bundle: string, operation: string, body: unknown, bearer?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
  };
  const event = { path: `/api/${operation}`, httpMethod: 'POST', headers, body: JSON.stringify(body) };
  const program = `
    const { main } = require(${JSON.stringify(join(bundlesOf('cloudbase'), bundle, 'index.js'))});
    main(${JSON.stringify(event)}, {}).then((reply) => console.log(JSON.stringify(reply)));`;
  const env = { ...process.env, ...town.environment };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', program], { env });
  return { ...Reply.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')), stderr };
}

test('a bundle for the cloud reads the cloud’s documents with what it holds, though parts of the SDK are left out', async () => {
  const { statusCode, body, stderr } = await answerOf('venues', 'venues.get-city', { city: '420100' });
  expect([statusCode, stderr]).toEqual([200, '']);
  expect(JSON.parse(body)).toMatchObject({ ok: true, value: { city: '420100' } });
  const read = town.cloud.seen.slice(-2).map(({ action, collection }) => `${action} ${collection}`);
  expect(read.toSorted()).toEqual(['database.getDocument cities', 'database.getDocument city-terms']);
});

test('and one that writes: a scan is registered by the bundle of rides, and the source sees it', async () => {
  const bearer = await town.rider(0);
  const scan = town.scan();
  const { body, stderr } = await answerOf('rides', 'rides.record-scan', scan, bearer);
  expect([JSON.parse(body), stderr]).toMatchObject([{ ok: true, value: { verdict: { decision: 'admit' } } }, '']);
  const { store } = town.needs;
  const [day = ''] = await store.days(scans);
  expect(await store.get(scans, `${day}.${scan.scanId}`)).toMatchObject({ city: '420100', decision: 'admit' });
});
