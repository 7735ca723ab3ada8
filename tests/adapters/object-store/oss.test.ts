import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openOssObjects } from '@tongcheng/cloudfunctions/adapters/oss/open-oss-objects';
import type { OssOptions } from '@tongcheng/cloudfunctions/adapters/oss/oss-client';
import { lastingKeys, roleKeys } from '@tongcheng/cloudfunctions/adapters/oss/oss-keys';
import { openOssStandIn } from '../../stand-ins/oss/oss-stand-in';
import { openStsStandIn } from '../../stand-ins/oss/sts-stand-in';
import { longTimeoutMs, shortTimeoutMs } from '../../world/timeouts';
import { until } from '../../world/until';
import { objectStoreContract } from './object-store.contract';

const user = { accessKeyId: 'LTAI-test-user', accessKeySecret: 'a secret of tests only' };
const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

/** A bucket on a port of its own, an adapter over it, and a time that tests move. */
async function begin(change: Partial<OssOptions> = {}, timeoutMs = longTimeoutMs) {
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };
  const bucket = await openOssStandIn(undefined, clock.now);
  opened.push(bucket);
  bucket.keys.set(user.accessKeyId, { secret: user.accessKeySecret });
  const place = { ...bucket.place, endpoint: bucket.endpoint, timeoutMs };
  const options = { place, clock, encryption: { by: 'AES256' }, partBytes: 102_400, pauseMs: 2 } as const;
  const objects = openOssObjects({ ...options, keys: lastingKeys(user, clock), ...change });
  const follow = async (url: string) => {
    const reply = await fetch(url);
    return reply.ok ? Buffer.from(await reply.arrayBuffer()) : 'refused';
  };
  const pass = (seconds: number) => {
    ahead += seconds * 1_000;
  };
  return { ...bucket, bucket: bucket.bucket, clock, options, objects, follow, pass };
}

objectStoreContract('oss', () => begin());

const large = randomBytes(350_000);

test('W-28 what is kept is encrypted by the store; where it is not, nothing stays', async () => {
  const { objects, bucket, faults } = await begin();
  await objects.put('r/1.xlsx', Buffer.from('张三'), 'text/plain');
  expect(bucket.objects.get('r/1.xlsx')?.headers).toMatchObject({ 'x-oss-server-side-encryption': 'AES256' });
  faults.push({ at: 'put', how: 'not-encrypted' });
  await expect(objects.put('r/2.xlsx', Buffer.from('李四'), 'text/plain')).rejects.toThrow('did not encrypt');
  expect(bucket.objects.has('r/2.xlsx')).toBe(false);
});

test('a key of the key service is named in the request', async () => {
  const { objects, bucket } = await begin({ encryption: { by: 'KMS', keyId: 'key-7' } });
  await objects.put('k', large, 'text/plain');
  expect(bucket.objects.get('k')?.headers).toMatchObject({
    'x-oss-server-side-encryption': 'KMS',
    'x-oss-server-side-encryption-key-id': 'key-7',
  });
});

test('a large content goes in parts, and is never more than two parts ahead of the store', async () => {
  const { objects, bucket, calls } = await begin();
  const piece = randomBytes(10_240);
  let pulled = 0;
  let farthest = 0;
  const source = async function* () {
    for (let turn = 0; turn < 400; turn += 1) {
      pulled += piece.length;
      const arrived = [...bucket.uploads.values()].flatMap(({ parts }) => [...parts.values()]);
      farthest = Math.max(farthest, pulled - arrived.reduce((sum, part) => sum + part.length, 0));
      yield piece;
    }
  };
  await objects.put('large', Readable.from(source(), { highWaterMark: 1 }), 'text/plain');
  expect(calls.filter((kind) => kind === 'part')).toHaveLength(40);
  expect(farthest).toBeLessThanOrEqual(2 * 102_400 + 2 * piece.length);
  expect(bucket.objects.get('large')?.bytes.length).toBe(4_096_000);
});

/** Who is silent once must be waited out, and then have time to answer. */
const timeoutMsFor = (how: string) => (how === 'silent' ? 4 * shortTimeoutMs : longTimeoutMs);

test.each([
  ['put', 'unavailable'],
  ['put', 'silent'],
  ['put', 'cut-within-body'],
  ['put', 'answer-lost'],
  ['head', 'unavailable'],
] as const)('a small put survives this: %s %s', async (at, how) => {
  const { objects, faults } = await begin({}, timeoutMsFor(how));
  faults.push({ at, how });
  expect(await objects.put('k', Buffer.from('content'), 'text/plain')).toMatchObject({ bytes: 7 });
  expect(String(await buffer(await objects.get('k')))).toBe('content');
  expect(faults).toEqual([]);
});

test.each([
  ['begin', 'unavailable'],
  ['part', 'unavailable'],
  ['part', 'silent'],
  ['part', 'cut-within-body'],
  ['part', 'answer-lost'],
  ['complete', 'unavailable'],
  ['complete', 'answer-lost'],
] as const)('a put in parts survives this: %s %s', async (at, how) => {
  const { objects, faults, bucket } = await begin({}, timeoutMsFor(how));
  faults.push({ at, how });
  expect(await objects.put('k', Readable.from([large]), 'text/plain')).toMatchObject({ bytes: large.length });
  expect(large.equals(await buffer(await objects.get('k')))).toBe(true);
  expect(faults).toEqual([]);
  expect(bucket.uploads.size).toBe(0);
});

test('a store that stays away: the put fails, what was there stays, and the parts are given up', async () => {
  const { objects, faults, bucket } = await begin();
  await objects.put('k', Buffer.from('before'), 'text/plain');
  faults.push(...Array.from({ length: 4 }, () => ({ at: 'part', how: 'unavailable' }) as const));
  await expect(objects.put('k', large, 'text/plain')).rejects.toThrow('ServiceUnavailable');
  expect(bucket.uploads.size).toBe(0);
  expect(String(await buffer(await objects.get('k')))).toBe('before');
});

test('a body that broke off never passes for the whole', async () => {
  const { objects, faults } = await begin();
  await objects.put('k', large, 'text/plain');
  faults.push({ at: 'get', how: 'cut-download' });
  await expect(objects.get('k').then((stream) => buffer(stream))).rejects.toThrow();
});

test('a wrong secret is refused at once, and the error tells neither key, signature nor address', async () => {
  const { options, calls, refusals } = await begin();
  const keys = lastingKeys({ ...user, accessKeySecret: 'another' }, options.clock);
  const refusal = await openOssObjects({ ...options, keys })
    .put('k', Buffer.from('x'), 'text/plain')
    .catch((cause: unknown) => cause);
  expect(refusal).toMatchObject({ name: 'OssRefused', code: 'SignatureDoesNotMatch', status: 403 });
  expect(JSON.stringify(Object.entries({ ...Object(refusal) }))).not.toMatch(/LTAI|http|Signature=/);
  expect(refusals).toEqual(['SignatureDoesNotMatch']);
  expect(calls).toEqual(['put']);
});

describe('keys of a role', () => {
  async function withRole(seconds = 3_600) {
    const here = await begin();
    const sts = await openStsStandIn({
      user: { id: user.accessKeyId, secret: user.accessKeySecret },
      keys: here.keys,
      now: here.clock.now,
    });
    opened.push(sts);
    const role = { keys: user, roleArn: 'acs:ram::1:role/tongcheng', seconds, endpoint: sts.endpoint };
    const keys = roleKeys(role, here.clock);
    return { ...here, sts, objects: openOssObjects({ ...here.options, keys }), keysHeld: keys };
  }

  test('are fetched once for many calls and renewed before they end', async () => {
    const { objects, sts, refusals, pass } = await withRole();
    await Promise.all(['a', 'b', 'c'].map((key) => objects.put(key, Buffer.from(key), 'text/plain')));
    expect(sts.given).toHaveLength(1);
    pass(3_600 - 301);
    await objects.head('a');
    expect(sts.given).toHaveLength(1);
    pass(2);
    await objects.head('a');
    expect(sts.given).toHaveLength(2);
    expect(refusals).toEqual([]);
  });

  test('that the store calls over in the middle of an upload are renewed, and the upload goes on', async () => {
    const { objects, sts, keys, refusals, calls } = await withRole();
    const source = async function* () {
      yield large.subarray(0, 250_000);
      await until(() => calls.includes('part'));
      const [first = ''] = sts.given;
      keys.set(first, { ...keys.get(first), secret: keys.get(first)?.secret ?? '', endsAt: 0 });
      yield large.subarray(250_000);
    };
    await objects.put('k', Readable.from(source(), { highWaterMark: 1 }), 'text/plain');
    expect(large.equals(await buffer(await objects.get('k')))).toBe(true);
    expect(refusals).toContain('SecurityTokenExpired');
    expect(sts.given).toHaveLength(2);
  });

  test('sign links that say honestly when they end: with the keys', async () => {
    const { objects, clock, follow, pass } = await withRole();
    await objects.put('k', Buffer.from('x'), 'text/plain');
    const { url, expiresAt } = await objects.link('k', { ttlSeconds: 7 * 86_400, fileName: 'x' });
    expect(expiresAt - clock.now()).toBeLessThanOrEqual(3_600_000);
    expect(await follow(url)).not.toBe('refused');
    pass(3_601);
    expect(await follow(url)).toBe('refused');
  });

  test('R-04 keys of their own for links let a link live for the week that was asked for', async () => {
    const { options, keys, keysHeld, follow, pass, clock } = await withRole();
    const linkKeys = { accessKeyId: 'LTAI-links', accessKeySecret: 'may only read' };
    keys.set(linkKeys.accessKeyId, { secret: linkKeys.accessKeySecret });
    const objects = openOssObjects({ ...options, keys: keysHeld, linkKeys });
    await objects.put('k', Buffer.from('x'), 'text/plain');
    const { url, expiresAt } = await objects.link('k', { ttlSeconds: 7 * 86_400, fileName: 'x' });
    expect(expiresAt - clock.now()).toBeGreaterThan(6.99 * 86_400_000);
    pass(6 * 86_400);
    expect(await follow(url)).not.toBe('refused');
    pass(86_402);
    expect(await follow(url)).toBe('refused');
  });

  test('a token service that refuses: the put fails, and the next one asks again', async () => {
    const here = await begin();
    const users = { id: user.accessKeyId, secret: 'not this one' };
    const sts = await openStsStandIn({ user: users, keys: here.keys, now: here.clock.now });
    opened.push(sts);
    const keys = roleKeys({ keys: user, roleArn: 'acs:ram::1:role/tongcheng', endpoint: sts.endpoint }, here.clock);
    const objects = openOssObjects({ ...here.options, keys });
    await expect(objects.put('k', Buffer.from('x'), 'text/plain')).rejects.toThrow('SignatureDoesNotMatch');
    users.secret = user.accessKeySecret;
    expect(await objects.put('k', Buffer.from('x'), 'text/plain')).toMatchObject({ bytes: 1 });
  });
});

test('R-04 a link saves the file under its own name, whatever it is', async () => {
  const { objects } = await begin();
  await objects.put('k', Buffer.from('x'), 'text/plain');
  const { url } = await objects.link('k', { ttlSeconds: 60, fileName: "日报 1'(甲)*.xlsx" });
  const reply = await fetch(url);
  expect(reply.status).toBe(200);
  const disposition = reply.headers.get('content-disposition') ?? '';
  const whole = /filename\*=UTF-8''(.+)$/.exec(disposition)?.[1] ?? '';
  expect(decodeURIComponent(whole)).toBe("日报 1'(甲)*.xlsx");
  expect((await fetch(url.replace('attachment', 'inline'))).status).toBe(403);
});
