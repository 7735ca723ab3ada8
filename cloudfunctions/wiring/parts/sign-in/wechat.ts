import * as z from 'zod';
import { accessTokens } from '../../../adapters/wechat/access-tokens';
import { wechatPhone } from '../../../adapters/wechat/phone-number';
import { wechatSignIn } from '../../../adapters/wechat/sign-in';
import { wechatTextCheck } from '../../../adapters/wechat/text-check';
import type { Platform } from '../../../ports/platform';
import { choice } from '../../choice';
import { webAddress } from '../../installation';
import type { SignInPart } from './part';

const settings = z.object({
  /** The mini-program's AppID, from WeChat's console. */
  TONGCHENG_WECHAT_APP_ID: z.string().min(1),
  /** Its AppSecret. */
  TONGCHENG_WECHAT_SECRET: z.string().min(1),
  /** Where WeChat's server interface is reached; a stand-in in demonstrations and tests. */
  TONGCHENG_WECHAT_URL: webAddress.default('https://api.weixin.qq.com'),
});

/** WeChat: sign-in, the verified phone number, the check of what people write. One access token serves the last two. */
export const wechat = choice(settings, (read, { clock }: SignInPart['needs']): Platform => {
  const { TONGCHENG_WECHAT_APP_ID: appId, TONGCHENG_WECHAT_SECRET: secret, TONGCHENG_WECHAT_URL: url } = read;
  const app = { appId, secret, url, clock };
  const tokens = accessTokens(app);
  return { signIn: wechatSignIn(app), phone: wechatPhone(app, tokens), textCheck: wechatTextCheck(app, tokens) };
});
