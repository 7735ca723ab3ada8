import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { newKmsRoot } from '@tongcheng/cloudfunctions/adapters/tencent/kms-root';
import { tencentApi } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-api';
import { type Mail, MailerAway } from '@tongcheng/cloudfunctions/ports/mailer';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { namesRead, readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { servicesOf } from '@tongcheng/cloudfunctions/wiring/deployment-target';
import type { ServiceModules } from '@tongcheng/cloudfunctions/wiring/port-definition';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import * as z from 'zod';
import { alipayStandIn } from '../../city/providers/alipay/serve-alipay';
import { wechatStandIn } from '../../city/providers/wechat/serve-wechat';
import { ownAuthority } from '../servers/certificates';
import { openHealthPlatform } from '../stand-ins/gb38963/platform';
import { type Listening, listening } from '../stand-ins/listening';
import { openOssStandIn } from '../stand-ins/oss/oss-stand-in';
import { platformPeople } from '../stand-ins/platform-people';
import { accountAt } from '../stand-ins/tencent/account';
import { kmsActions } from '../stand-ins/tencent/kms';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';
import { standingClock } from '../world/clock';
import { testMaster } from '../world/instance';
import { openMailServer } from '../world/mail-server';
import { wang } from '../world/rider';
import { cityServices } from '../world/services';

jest.setTimeout(60_000);

/** What docs/operations.md says about changing secrets. */
const page = /\*\*Changing secrets\.\*\*([\s\S]*?)\n\*\*/.exec(readFileSync('docs/operations.md', 'utf8'))?.[1] ?? '';

const folder = mkdtempSync(join(tmpdir(), 'tongcheng-rotated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});
const kept = <T extends { close(): unknown }>(each: T): T => {
  opened.push(each);
  return each;
};

const clock = standingClock();
const base = {
  TONGCHENG_DATA: '/nowhere/data',
  TONGCHENG_KEY_FILE: '/nowhere/key',
  TONGCHENG_PUBLIC_URL: 'https://ride.example',
  TONGCHENG_PROVIDERS_URL: 'http://127.0.0.1:1',
  TONGCHENG_PROVIDERS_SECRET: 'a secret of the tests, long enough for one',
};

/** What the log says of a host whose secret a platform no longer takes: a fault of the installation, never a rider's code that is refused. */
const notAccepted = 'does not accept this installation';

/** A host as it starts with these names: its services, through its own reading of the names. */
async function hostWith<Made extends object>(
  taken: ServiceModules<Made>,
  names: Readonly<Record<string, string>>,
): Promise<Made> {
  return readConfigOf({ ...base, ...names }, servers, taken).services({
    clock,
    chance: { bytes: (size: number) => new Uint8Array(size).fill(7) },
    log: { event: () => undefined },
    keys: keyFileService(testMaster),
    publicUrl: base.TONGCHENG_PUBLIC_URL,
  });
}

test('every name that holds a secret is on the page that says how it is changed', () => {
  const isSecret = /SECRET|PASSWORD|TOKEN|ROOT|_KEY$|KEY_ID$|KEY_FILE$|PRIVATE_KEY|POSTGRES_URL$/;
  // Public halves and names of keys that never leave their service.
  const isPublic = /PUBLIC_KEY|_SMS_|OSS_KMS_KEY_ID/;
  const names = Object.keys(namesRead(servers, servicesOf(servers))).filter((name) => isSecret.test(name));
  expect(names.length).toBeGreaterThan(12);
  expect(names.filter((name) => !isPublic.test(name) && !page.includes(`\`${name}\``))).toEqual([]);
});

test('WeChat, one secret at a time: the host with the old one refuses no rider and says what is wrong; with the new one the same riders come in', async () => {
  const appId = 'wx0123456789abcdef';
  const people = platformPeople();
  const knowing = (secret: string) => wechatStandIn({ appId, secret, people, now: clock.now, chance: () => 0 });
  const [before, after] = [knowing('the first secret of the app'), knowing('the second secret of the app')];
  let current = before;
  const server: Listening = kept(await listening((request, reply) => current.serve(request, reply)));
  const names = {
    TONGCHENG_SIGN_IN_WECHAT: 'wechat',
    TONGCHENG_WECHAT_APP_ID: appId,
    TONGCHENG_WECHAT_URL: server.url,
  };
  const { platforms: old } = await hostWith(
    { platforms: servers.platforms },
    { ...names, TONGCHENG_WECHAT_SECRET: 'the first secret of the app' },
  );
  const rider = await old.wechat.signIn?.exchange(before.login('city-00000007'));
  expect(rider).toMatchObject({ subject: expect.any(String) });
  current = after;
  await expect(old.wechat.signIn?.exchange(after.login('city-00000007'))).rejects.toThrow(notAccepted);
  const { platforms: next } = await hostWith(
    { platforms: servers.platforms },
    { ...names, TONGCHENG_WECHAT_SECRET: 'the second secret of the app' },
  );
  expect(await next.wechat.signIn?.exchange(after.login('city-00000007'))).toEqual(rider);
});

test('Alipay, one key of the app at a time: the host with the old one refuses no rider; with the new one the same riders come in', async () => {
  const [first, second, alipay] = Array.from({ length: 3 }, () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2_048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }),
  );
  if (!first || !second || !alipay) throw new Error('three pairs');
  const [appId, people] = ['2021000000000001', platformPeople()];
  const knowing = ({ publicKey: appPublicKey }: typeof first) =>
    alipayStandIn({
      ...{ appId, appPublicKey, people, now: clock.now, chance: () => 0 },
      ...{ privateKey: alipay.privateKey, wrongKey: first.privateKey },
    });
  const [before, after] = [knowing(first), knowing(second)];
  let current = before;
  const server: Listening = kept(await listening((request, reply) => current.serve(request, reply)));
  const startedWith = async ({ privateKey }: typeof first) => {
    const file = join(folder, 'alipay.key');
    writeFileSync(file, privateKey);
    const { platforms } = await hostWith(
      { platforms: servers.platforms },
      {
        TONGCHENG_SIGN_IN_ALIPAY: 'alipay',
        TONGCHENG_ALIPAY_APP_ID: appId,
        TONGCHENG_ALIPAY_PUBLIC_KEY: alipay.publicKey,
        TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: file,
        TONGCHENG_ALIPAY_GATEWAY: `${server.url}/gateway.do`,
      },
    );
    return platforms.alipay.signIn;
  };
  const old = await startedWith(first);
  const rider = await old?.exchange(before.authCode('city-00000009', 'auth_base'));
  expect(rider).toMatchObject({ subject: expect.any(String) });
  current = after;
  await expect(old?.exchange(after.authCode('city-00000009', 'auth_base'))).rejects.toThrow(notAccepted);
  const next = await startedWith(second);
  expect(await next?.exchange(after.authCode('city-00000009', 'auth_base'))).toEqual(rider);
});

test('services of the product’s own interface and a health platform: the old secret gets no answer, the new one the same ones', async () => {
  const services = kept(cityServices(clock));
  services.register.people.set(wang.documentNumber, wang);
  await services.open();
  const platform = kept(await openHealthPlatform(clock.now));
  platform.people.set(wang.documentNumber, { level: '1', issueTime: '2026-11-21 06:00:00', issuer: 'x' });
  const startedWith = (secret: string) =>
    hostWith(
      { realName: servers.realName, healthStatus: servers.healthStatus },
      {
        TONGCHENG_PROVIDERS_URL: services.to.url,
        TONGCHENG_PROVIDERS_SECRET: secret,
        TONGCHENG_HEALTH_STATUS: 'gb38963',
        TONGCHENG_HEALTH_PLATFORM_URL: platform.platform.url,
        TONGCHENG_HEALTH_PLATFORM_APP_ID: platform.platform.appId,
        TONGCHENG_HEALTH_PLATFORM_SECRET: secret,
      },
    );
  const asked = {
    name: wang.name,
    documentKind: wang.documentKind,
    documentNumber: wang.documentNumber,
    phone: '13900000001',
  };
  const person = { documentKind: wang.documentKind, documentNumber: wang.documentNumber, channel: 'web' } as const;
  const [first, second] = ['the first secret of both, long enough for one', 'the second secret of both, long enough'];
  services.state.secret = first;
  platform.state.secret = first;
  const old = await startedWith(first);
  expect(await old.realName.check(asked)).toBe('match');
  const known = await old.healthStatus.of(person);
  services.state.secret = second;
  platform.state.secret = second;
  await expect(old.realName.check(asked)).rejects.toThrow(ServiceUnavailable);
  await expect(old.healthStatus.of(person)).rejects.toThrow(ServiceUnavailable);
  const next = await startedWith(second);
  expect(await next.realName.check(asked)).toBe('match');
  expect(await next.healthStatus.of(person)).toEqual(known);
});

test('the password of the mail server: with the old one mail waits, refused by nobody; with the new one it goes', async () => {
  const authority = ownAuthority();
  const user = { name: 'tongcheng', password: 'the first password' };
  const server = kept(await openMailServer([], { by: 'tls', ...authority.certify('localhost'), user }));
  const authorityFile = join(folder, 'authority.pem');
  writeFileSync(authorityFile, authority.cert);
  const startedWith = async (password: string) =>
    (
      await hostWith(
        { mailer: servers.mailer },
        {
          TONGCHENG_SMTP_HOST: 'localhost',
          TONGCHENG_SMTP_PORT: String(server.port),
          TONGCHENG_SMTP_USER: user.name,
          TONGCHENG_SMTP_PASSWORD: password,
          TONGCHENG_SMTP_AUTHORITY_FILE: authorityFile,
          TONGCHENG_MAIL_FROM: 'reports@tongcheng.example',
        },
      )
    ).mailer;
  const to = ['bureau@wuhan.example'];
  const mail: Mail = { messageId: '<a@b.example>', date: 0, to, subject: 'x', text: 'x', attachments: [] };
  const old = await startedWith('the first password');
  expect((await old.send(mail)).accepted).toEqual(to);
  user.password = 'the second password';
  await expect(old.send(mail)).rejects.toThrow(MailerAway);
  const next = await startedWith('the second password');
  expect((await next.send(mail)).accepted).toEqual(to);
  expect(server.received).toHaveLength(2);
});

test('keys of OSS, two at a time: both work while hosts are restarted; afterwards the old one opens nothing, its links neither, and no file is lost', async () => {
  const bucket = kept(await openOssStandIn());
  const startedWith = async (id: string, secret: string) =>
    (
      await hostWith(
        { objects: servers.objects },
        {
          TONGCHENG_OBJECTS: 'oss',
          TONGCHENG_OSS_REGION: 'cn-wuhan-lr',
          TONGCHENG_OSS_BUCKET: 'reports',
          TONGCHENG_OSS_ENDPOINT: bucket.endpoint,
          TONGCHENG_OSS_KEY_ID: id,
          TONGCHENG_OSS_KEY_SECRET: secret,
        },
      )
    ).objects;
  bucket.keys.set('LTAI-first', { secret: 'the first secret' });
  const old = await startedWith('LTAI-first', 'the first secret');
  await old.put('reports/1.xlsx', Buffer.from('before'), 'text/plain');
  const asked = { ttlSeconds: 3_600, fileName: '1.xlsx' };
  const { url } = await old.link('reports/1.xlsx', asked);
  bucket.keys.set('LTAI-second', { secret: 'the second secret' });
  const next = await startedWith('LTAI-second', 'the second secret');
  expect(String(await buffer(await next.get('reports/1.xlsx')))).toBe('before');
  await old.put('reports/2.xlsx', Buffer.from('meanwhile'), 'text/plain');
  expect((await fetch(url)).status).toBe(200);
  bucket.keys.delete('LTAI-first');
  await expect(old.put('reports/3.xlsx', Buffer.from('late'), 'text/plain')).rejects.toThrow();
  expect((await fetch(url)).status).toBe(403);
  expect(String(await buffer(await next.get('reports/2.xlsx')))).toBe('meanwhile');
  expect(await (await fetch((await next.link('reports/1.xlsx', asked)).url)).text()).toBe('before');
});

/** A host that has its root from the key service. */
const keysWith = (endpoint: string, names: Readonly<Record<string, string>>) =>
  readConfigOf(
    { ...base, TONGCHENG_KEYS: 'tencent-kms', TONGCHENG_TENCENT_ENDPOINT: endpoint, ...names },
    servers,
    {},
  ).keys({ mayCreate: false, clock });
const ofAccount = (id: string, secret: string) => ({
  TONGCHENG_TENCENT_SECRET_ID: id,
  TONGCHENG_TENCENT_SECRET_KEY: secret,
});
const key = new Uint8Array(32).fill(5);

test('keys of the account at Tencent, two at a time: what hosts with either sealed, both open; a host that kept the old one closes', async () => {
  const cloud = kept(await openTencentStandIn(kmsActions().actions, clock.now));
  const root = await newKmsRoot({ account: accountAt(cloud.endpoint, clock), region: 'x', clock }, 'cmk-1');
  const kms = { TONGCHENG_KMS_KEY_ID: 'cmk-1', TONGCHENG_KMS_ROOT: root };
  const old = await keysWith(cloud.endpoint, { ...kms, ...ofAccount('AKID-test', 'a secret of tests only') });
  const sealed = await old.wrap(key, 'person 1');
  cloud.keys.set('AKID-second', { secretKey: 'the second secret' });
  const next = await keysWith(cloud.endpoint, { ...kms, ...ofAccount('AKID-second', 'the second secret') });
  expect(await next.unwrap(sealed, 'person 1')).toEqual(key);
  expect(await old.unwrap(await next.wrap(key, 'person 2'), 'person 2')).toEqual(key);
  cloud.keys.delete('AKID-test');
  clock.pass(16 * 60_000);
  await expect(old.unwrap(sealed, 'person 1')).rejects.toThrow();
  expect(await next.unwrap(sealed, 'person 1')).toEqual(key);
});

test('the master key of the key service: its root is put under another one as the page says, and everything sealed opens; then the first one is not needed', async () => {
  const kms = kmsActions();
  const cloud = kept(await openTencentStandIn(kms.actions, clock.now));
  const account = accountAt(cloud.endpoint, clock);
  const of = ofAccount('AKID-test', 'a secret of tests only');
  const first = await newKmsRoot({ account, region: 'x', clock }, 'cmk-1');
  const old = await keysWith(cloud.endpoint, { ...of, TONGCHENG_KMS_KEY_ID: 'cmk-1', TONGCHENG_KMS_ROOT: first });
  const sealed = await old.wrap(key, 'person 1');

  kms.add('cmk-2');
  const contextOnPage = (name: string) => new RegExp(`--${name} '([^']+)'`).exec(page)?.[1];
  const call = tencentApi({ name: 'kms', version: '2019-01-18', region: 'x' }, account);
  const question = {
    CiphertextBlob: first,
    DestinationKeyId: 'cmk-2',
    SourceEncryptionContext: contextOnPage('SourceEncryptionContext'),
    DestinationEncryptionContext: contextOnPage('DestinationEncryptionContext'),
  };
  const { CiphertextBlob: second } = await call('ReEncrypt', question, z.object({ CiphertextBlob: z.string() }));
  expect(second).not.toBe(first);
  const names = { ...of, TONGCHENG_KMS_KEY_ID: 'cmk-2', TONGCHENG_KMS_ROOT: second };
  const next = await keysWith(cloud.endpoint, names);
  expect(await next.unwrap(sealed, 'person 1')).toEqual(key);
  expect(await old.unwrap(await next.wrap(key, 'person 2'), 'person 2')).toEqual(key);
  expect(await next.derive('tokens')).toEqual(await old.derive('tokens'));

  kms.remove('cmk-1');
  clock.pass(16 * 60_000);
  await expect(old.unwrap(sealed, 'person 1')).rejects.toThrow();
  expect(await (await keysWith(cloud.endpoint, names)).unwrap(sealed, 'person 1')).toEqual(key);
});
