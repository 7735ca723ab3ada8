import { buffer } from 'node:stream/consumers';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { openOssStandIn } from '../stand-ins/oss/oss-stand-in';
import { openStsStandIn } from '../stand-ins/oss/sts-stand-in';
import { testMaster } from '../world/instance';

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

const environment = {
  TONGCHENG_PUBLIC_URL: 'https://ride.example',
  TONGCHENG_DATA: '/nowhere/data',
  TONGCHENG_KEY_FILE: '/nowhere/key',
  TONGCHENG_OBJECTS: 'oss',
  TONGCHENG_OSS_REGION: 'cn-wuhan-lr',
  TONGCHENG_OSS_BUCKET: 'reports',
  TONGCHENG_OSS_KEY_ID: 'LTAI-test-user',
  TONGCHENG_OSS_KEY_SECRET: 'a secret of tests only',
};
const read = (more: Readonly<Record<string, string>>) =>
  readConfigOf({ ...environment, ...more }, servers, { objects: servers.objects });

async function open(more: Readonly<Record<string, string>>) {
  const clock = { now: () => Date.now() };
  const chance = { bytes: (size: number) => new Uint8Array(size) };
  const log = { event: () => undefined };
  const needs = { clock, chance, log, keys: keyFileService(testMaster), publicUrl: 'https://ride.example' };
  return (await read(more).services(needs)).objects;
}

test('files lie in the bucket that the configuration names, worked with as the role that it names, with links by keys of their own', async () => {
  const bucket = await openOssStandIn();
  const user = { id: environment.TONGCHENG_OSS_KEY_ID, secret: environment.TONGCHENG_OSS_KEY_SECRET };
  const sts = await openStsStandIn({ user, keys: bucket.keys, now: () => Date.now() });
  opened.push(bucket, sts);
  bucket.keys.set('LTAI-links', { secret: 'may only read' });
  const objects = await open({
    TONGCHENG_OSS_ENDPOINT: bucket.endpoint,
    TONGCHENG_OSS_ROLE_ARN: 'acs:ram::1:role/tongcheng',
    TONGCHENG_OSS_STS_ENDPOINT: sts.endpoint,
    TONGCHENG_OSS_LINK_KEY_ID: 'LTAI-links',
    TONGCHENG_OSS_LINK_KEY_SECRET: 'may only read',
    TONGCHENG_OSS_ENCRYPTION: 'KMS',
    TONGCHENG_OSS_KMS_KEY_ID: 'key-7',
  });
  await objects.put('reports/1.xlsx', Buffer.from('content'), 'text/plain');
  expect(String(await buffer(await objects.get('reports/1.xlsx')))).toBe('content');
  expect(bucket.bucket.objects.get('reports/1.xlsx')?.headers).toMatchObject({
    'x-oss-server-side-encryption-key-id': 'key-7',
  });
  expect(sts.given).toHaveLength(1);
  const { url } = await objects.link('reports/1.xlsx', { ttlSeconds: 604_800, fileName: '1.xlsx' });
  expect(new URL(url).searchParams.get('x-oss-credential')).toMatch(/^LTAI-links\//);
  expect(await (await fetch(url)).text()).toBe('content');
});

test('each name that the chosen store needs is told, and no value', () => {
  const { TONGCHENG_OSS_BUCKET: _bucket, ...without } = environment;
  const told = () =>
    readConfigOf({ ...without, TONGCHENG_OSS_REGION: 'Wuhan!' }, servers, { objects: servers.objects });
  expect(told).toThrow(/TONGCHENG_OSS_BUCKET: 没有设置/);
  expect(told).toThrow(/TONGCHENG_OSS_REGION: 设置有误/);
  expect(told).not.toThrow(/Wuhan!/);
});
