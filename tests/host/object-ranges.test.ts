import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import fastify from 'fastify';
import { serveObjects } from '../../host/object-links';
import { standingClock } from '../world/clock';

const folder = mkdtempSync(join(tmpdir(), 'tongcheng-ranges-'));
const clock = standingClock();
const objects = openDiskObjects({ folder, key: new Uint8Array(32).fill(7), publicUrl: 'http://host', clock });
const server = fastify();
const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
let path: string;

beforeAll(async () => {
  serveObjects(server, objects);
  await objects.put('card-sets/1', content, 'application/octet-stream');
  const { url } = await objects.link('card-sets/1', { ttlSeconds: 60, fileName: 'set' });
  path = url.slice('http://host'.length);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (headers: Record<string, string> = {}) => server.inject({ url: path, headers });

test('B-11 a download that broke off goes on from where it was, and is the same file', async () => {
  const whole = await get();
  expect(whole.statusCode).toBe(200);
  expect(whole.rawPayload.equals(content)).toBe(true);
  const etag = String(whole.headers.etag);
  for (const from of [1, 65_536, 200_001, 299_999]) {
    const rest = await get({ range: `bytes=${from}-`, 'if-range': etag });
    expect(rest.statusCode).toBe(206);
    expect(rest.headers).toMatchObject({
      'content-range': `bytes ${from}-299999/300000`,
      'content-length': String(300_000 - from),
    });
    expect(rest.rawPayload.equals(content.subarray(from))).toBe(true);
  }
});

test('B-11 another file under the link, a range that is past its end and one that nobody offers are answered by the whole', async () => {
  for (const headers of [
    { range: 'bytes=5-', 'if-range': '"another"' },
    { range: 'bytes=300000-' },
    { range: 'bytes=5-9' },
    { range: 'bytes=-5' },
  ]) {
    const told = await get(headers);
    expect([told.statusCode, told.rawPayload.length]).toEqual([200, 300_000]);
  }
});

test('a link that is changed opens nothing', async () => {
  const told = await server.inject({ url: path.replace('card-sets/1', 'card-sets/2') });
  expect(told.statusCode).toBe(410);
});
