import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PlatformService } from '@tongcheng/shared/oversight/operation-names';
import * as z from 'zod';
import { askAlipay } from '../../adapters/alipay/ask-alipay';
import { alipayIdentity } from '../../adapters/alipay/identity';
import { alipaySignIn } from '../../adapters/alipay/sign-in';
import { alipayMessages } from '../../adapters/alipay/template-messages';
import { httpSignIn } from '../../adapters/providers-http/sign-in';
import { accessTokens } from '../../adapters/wechat/access-tokens';
import { wechatPhone } from '../../adapters/wechat/phone-number';
import { wechatSignIn } from '../../adapters/wechat/sign-in';
import { wechatMessages } from '../../adapters/wechat/subscription-messages';
import { wechatTextCheck } from '../../adapters/wechat/text-check';
import type { Platform, Platforms } from '../../ports/platform';
import { type AdapterOptions, adapterOption } from '../adapter-option';
import { webAddress } from '../installation';
import { type AdapterNeeds, atProviders, guarded, type ServiceNeeds } from '../outside-service';
import { definePort, grouped } from '../port-definition';
import { templateKeys } from './template-keys';

/** Every channel's sign-in and whatever else its platform does for its riders; each is chosen by a name of its own. */
export const platforms = (offered: Readonly<Record<keyof Platforms, AdapterOptions<ServiceNeeds, Platform>>>) =>
  grouped<Platforms>({
    web: () => web(offered.web),
    wechat: () => ofWechat(offered.wechat),
    alipay: () => ofAlipay(offered.alipay),
  });

const platform = (service: PlatformService, chosenBy: string) =>
  definePort<ServiceNeeds, Platform>({
    chosenBy,
    wrap: ({ signIn, identity, phone, textCheck, messages }, needs) => ({
      ...(signIn && { signIn: { exchange: guarded(needs, service, signIn.exchange) } }),
      ...(identity && { identity: { bring: guarded(needs, `${service}.identity`, identity.bring) } }),
      ...(phone && { phone: { numberOf: guarded(needs, `${service}.phone`, phone.numberOf) } }),
      ...(textCheck && { textCheck: { check: guarded(needs, `${service}.text-check`, textCheck.check) } }),
      ...(messages && { messages: { ...messages, send: guarded(needs, `${service}.messages`, messages.send) } }),
    }),
  });

const web = platform('signInWeb', 'TONGCHENG_SIGN_IN_WEB');
const ofWechat = platform('signInWechat', 'TONGCHENG_SIGN_IN_WECHAT');
const ofAlipay = platform('signInAlipay', 'TONGCHENG_SIGN_IN_ALIPAY');

/** Sign-in at the product's own provider interface. */
export const signInAtProviders = () => atProviders((to): Platform => ({ signIn: httpSignIn(to) }));

/** Nothing of this platform: its codes are refused. */
export const noPlatform = () => adapterOption(z.object({}), (): Platform => ({}));

/** `thing1=city,phone_number2=hotline`: each key of a template with the word that fills it. */
const exposureKeys = templateKeys(['city', 'hotline']);

/** WeChat: sign-in, the verified phone number, the check of what people write. One access token serves the last two. */
export const wechat = () =>
  adapterOption(
    z.object({
      /** 小程序 AppID，见微信公众平台。 The mini-program's AppID, from WeChat's console. */
      TONGCHENG_WECHAT_APP_ID: z.string().min(1),
      /** 小程序 AppSecret。 Its AppSecret. */
      TONGCHENG_WECHAT_SECRET: z.string().min(1),
      /** 仅试验：微信接口的另一个地址。 Where WeChat's server interface is reached; a stand-in in demonstrations and tests. */
      TONGCHENG_WECHAT_URL: webAddress.default('https://api.weixin.qq.com'),
      /** 一次性订阅消息的模板 ID：请同乘人员与卫生部门联系，不写病例；没有时发短信或打电话。 The one-time subscription template that asks riders who were exposed to call the health office, nothing of a case in it; without it they get a short message or a call. */
      TONGCHENG_WECHAT_EXPOSURE_TEMPLATE: z.string().min(1).exactOptional(),
      /** 模板各字段填哪个词：`thing1=city,phone_number2=hotline`。 Which word fills each key of the template. Words: city, hotline. */
      TONGCHENG_WECHAT_EXPOSURE_KEYS: exposureKeys.default({ thing1: 'city', phone_number2: 'hotline' }),
    }),
    (read, { clock }: AdapterNeeds): Platform => {
      const { TONGCHENG_WECHAT_APP_ID: appId, TONGCHENG_WECHAT_SECRET: secret, TONGCHENG_WECHAT_URL: url } = read;
      const app = { appId, secret, url, clock };
      const tokens = accessTokens(app);
      const id = read.TONGCHENG_WECHAT_EXPOSURE_TEMPLATE;
      const keys = read.TONGCHENG_WECHAT_EXPOSURE_KEYS;
      const messages = id !== undefined && {
        messages: { templateId: id, ...wechatMessages(app, tokens, { 'exposure-notice': { id, keys } }) },
      };
      return {
        ...{ signIn: wechatSignIn(app), phone: wechatPhone(app, tokens), textCheck: wechatTextCheck(app, tokens) },
        ...messages,
      };
    },
  );

const alipaySettings = () =>
  z
    .object({
      /** 支付宝小程序的应用 ID。 The mini-program's id, from Alipay's console. */
      TONGCHENG_ALIPAY_APP_ID: z.string().min(1),
      /** 应用私钥的文件（PKCS#8，PEM），自有服务器用。 File of the app's own private key (PKCS#8, PEM), where there are files of one's own. */
      TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: z.string().min(1).optional(),
      /** 或私钥本身：PKCS#8，2048 位，去掉首尾行，写成一行；云函数没有文件，只能这样。 Or the key itself, where there are no files, as in a function of the cloud: PKCS#8, 2048 bits, one line without its first and last. */
      TONGCHENG_ALIPAY_PRIVATE_KEY: z.string().min(1).optional(),
      /** 支付宝公钥（不是应用公钥），见其控制台，写成一行。 Alipay's public key (not the app's), as its console shows it, in one line. */
      TONGCHENG_ALIPAY_PUBLIC_KEY: z.string().min(1),
      /** 仅试验：支付宝网关的另一个地址。 Alipay's gateway; a stand-in in demonstrations and tests. */
      TONGCHENG_ALIPAY_GATEWAY: webAddress.default('https://openapi.alipay.com/gateway.do'),
      /** 订阅消息的模板 ID：请同乘人员与卫生部门联系，不写病例；没有时发短信或打电话。 The subscription template that asks riders who were exposed to call the health office, nothing of a case in it; without it they get a short message or a call. */
      TONGCHENG_ALIPAY_EXPOSURE_TEMPLATE: z.string().min(1).exactOptional(),
      /** 模板各字段填哪个词：`keyword1=city,keyword2=hotline`。 Which word fills each key of the template. Words: city, hotline. */
      TONGCHENG_ALIPAY_EXPOSURE_KEYS: exposureKeys.default({ keyword1: 'city', keyword2: 'hotline' }),
      /** 点开消息进入的页面。 The page that a tap on the message opens. */
      TONGCHENG_ALIPAY_EXPOSURE_PAGE: z.string().min(1).default('pages/scan/index'),
    })
    .refine(
      (read) =>
        (read.TONGCHENG_ALIPAY_PRIVATE_KEY_FILE === undefined) !== (read.TONGCHENG_ALIPAY_PRIVATE_KEY === undefined),
      {
        path: ['TONGCHENG_ALIPAY_PRIVATE_KEY_FILE'],
        message: 'either the file or TONGCHENG_ALIPAY_PRIVATE_KEY, not both',
      },
    );

/** Alipay: sign-in, and the identity behind one tap of consent. */
export const alipay = () =>
  adapterOption(alipaySettings(), async (read): Promise<Platform> => {
    const ask = askAlipay({
      appId: read.TONGCHENG_ALIPAY_APP_ID,
      privateKey: await privateKeyOf(read),
      alipayPublicKey: read.TONGCHENG_ALIPAY_PUBLIC_KEY,
      gateway: read.TONGCHENG_ALIPAY_GATEWAY,
    });
    const id = read.TONGCHENG_ALIPAY_EXPOSURE_TEMPLATE;
    const [keys, page] = [read.TONGCHENG_ALIPAY_EXPOSURE_KEYS, read.TONGCHENG_ALIPAY_EXPOSURE_PAGE];
    const messages = id !== undefined && {
      messages: { templateId: id, ...alipayMessages(ask, { 'exposure-notice': { id, keys, page } }) },
    };
    return { signIn: alipaySignIn(ask), identity: alipayIdentity(ask), ...messages };
  });

/** Read as a key at the start, so that a wrong one stops it; handed on in the form that the SDK takes. */
async function privateKeyOf(read: z.output<ReturnType<typeof alipaySettings>>): Promise<string> {
  const { TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: file, TONGCHENG_ALIPAY_PRIVATE_KEY: text = '' } = read;
  const key = file === undefined ? text : await readFile(file, 'utf8');
  const body = key.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  const parsed = createPrivateKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'pkcs8' });
  return parsed.export({ format: 'pem', type: 'pkcs8' }).toString();
}
