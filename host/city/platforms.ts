import { generateKeyPair, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type AlipayStandIn, alipayStandIn } from '@tongcheng/city/providers/alipay/serve-alipay';
import type { PlatformPeople } from '@tongcheng/city/providers/platform-people';
import { type WechatStandIn, wechatStandIn } from '@tongcheng/city/providers/wechat/serve-wechat';

/** WeChat and Alipay as the simulated city has them, on a loopback port, with the names that the product needs to reach them. */
export interface LocalPlatforms {
  readonly wechat: WechatStandIn;
  readonly alipay: AlipayStandIn;
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const newPair = () =>
  promisify(generateKeyPair)('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

type Pair = Awaited<ReturnType<typeof newPair>>;

/** Keys of the app and of Alipay, new at each start; begun early, because they take a quarter of a second beside other work. */
export const newKeys = (): Promise<readonly [app: Pair, alipay: Pair]> => Promise.all([newPair(), newPair()]);

/** Starts both over their users. The app's own key lies in the data folder, as Alipay's console would give it. */
export async function startPlatforms(
  people: PlatformPeople,
  dataFolder: string,
  pairs: ReturnType<typeof newKeys>,
): Promise<LocalPlatforms> {
  const [app, alipays] = await pairs;
  const keyFile = join(dataFolder, 'alipay-app.key');
  await writeFile(keyFile, app.privateKey, { mode: 0o600 });
  const wechatApp = { appId: 'wx0000000000000000', secret: randomBytes(16).toString('hex') };
  const around = { people, now: Date.now, chance: Math.random };
  const wechat = wechatStandIn({ ...wechatApp, ...around });
  const appId = '2021000000000000';
  const keys = { appPublicKey: app.publicKey, privateKey: alipays.privateKey, wrongKey: app.privateKey };
  const alipay = alipayStandIn({ appId, ...keys, ...around });
  const { url, close } = await listening(wechat, alipay);
  const environment = {
    TONGCHENG_SIGN_IN_WECHAT: 'wechat',
    TONGCHENG_WECHAT_APP_ID: wechatApp.appId,
    TONGCHENG_WECHAT_SECRET: wechatApp.secret,
    TONGCHENG_WECHAT_URL: url,
    TONGCHENG_SIGN_IN_ALIPAY: 'alipay',
    TONGCHENG_ALIPAY_APP_ID: appId,
    TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: keyFile,
    TONGCHENG_ALIPAY_PUBLIC_KEY: alipays.publicKey,
    TONGCHENG_ALIPAY_GATEWAY: `${url}/gateway.do`,
  };
  return { wechat, alipay, environment, close };
}

async function listening(wechat: WechatStandIn, alipay: AlipayStandIn) {
  const server = createServer((request, reply) => {
    const standIn = (request.url ?? '').startsWith('/gateway.do') ? alipay : wechat;
    standIn.serve(request, reply).catch(() => reply.destroy());
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the local platforms have no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, close };
}
