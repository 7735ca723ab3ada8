import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { environmentIn } from '../world/town';

const folder = mkdtempSync(join(tmpdir(), 'tongcheng-platforms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const file = join(folder, 'app.key');
writeFileSync(file, privateKey);
const wechat = { TONGCHENG_SIGN_IN_WECHAT: 'wechat', TONGCHENG_WECHAT_APP_ID: 'wx', TONGCHENG_WECHAT_SECRET: 's' };
const alipay = {
  TONGCHENG_SIGN_IN_ALIPAY: 'alipay',
  TONGCHENG_ALIPAY_APP_ID: '2021',
  TONGCHENG_ALIPAY_PUBLIC_KEY: publicKey,
};
let turn = 0;
const installed = async (names: Readonly<Record<string, string>>) => {
  turn += 1;
  const container = await makeContainer(readConfig({ ...environmentIn(join(folder, String(turn))), ...names }));
  await container.store.close();
  return container.platforms;
};
const offered = ({ signIn, ...more }: Awaited<ReturnType<typeof installed>>['web']) => [
  signIn !== undefined,
  ...Object.keys(more),
];

it('without their names the platforms do nothing, and nobody is asked for them', async () => {
  const { web, wechat: none, alipay: nor } = await installed({});
  expect([offered(web), offered(none), offered(nor)]).toEqual([[true], [false], [false]]);
});

it('each platform does what it offers', async () => {
  const made = await installed({ ...wechat, ...alipay, TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: file });
  expect(offered(made.wechat)).toEqual([true, 'phone', 'textCheck']);
  expect(offered(made.alipay)).toEqual([true, 'identity']);
});

it('Alipay’s app key comes from a file or as a text, as PEM or bare', async () => {
  const bare = privateKey.replace(/-----[A-Z ]+-----|\s/g, '');
  for (const TONGCHENG_ALIPAY_PRIVATE_KEY of [privateKey, bare])
    expect(offered((await installed({ ...alipay, TONGCHENG_ALIPAY_PRIVATE_KEY })).alipay)).toContain('identity');
});

it.each([
  ['a chosen platform without its names', wechat, { TONGCHENG_WECHAT_SECRET: '' }, /TONGCHENG_WECHAT_SECRET/],
  ['Alipay without a key', alipay, {}, /TONGCHENG_ALIPAY_PRIVATE_KEY_FILE/],
  [
    'Alipay with two',
    alipay,
    { TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: file, TONGCHENG_ALIPAY_PRIVATE_KEY: privateKey },
    /TONGCHENG_ALIPAY_PRIVATE_KEY_FILE/,
  ],
  ['a word that nobody offers', wechat, { TONGCHENG_SIGN_IN_WECHAT: 'weixin' }, /TONGCHENG_SIGN_IN_WECHAT/],
])('%s stops the start and is named, never with a value', async (_what, names, wrong, named) => {
  const refusal = await installed({ ...names, ...wrong }).catch((fault: unknown) => String(fault));
  expect(refusal).toMatch(named);
  expect(refusal).not.toContain('BEGIN');
});

it('a key that is none stops the start', async () => {
  await expect(installed({ ...alipay, TONGCHENG_ALIPAY_PRIVATE_KEY: 'no key' })).rejects.toThrow();
  const wrong = { ...alipay, TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: file, TONGCHENG_ALIPAY_PUBLIC_KEY: 'no key' };
  await expect(installed(wrong)).rejects.toThrow();
});
