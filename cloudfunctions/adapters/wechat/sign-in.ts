import type { SignIn } from '../../ports/sign-in';
import { exchangeCode } from './exchange-code';
import type { WechatApp } from './wechat-app';

/** Sign-in by the code of `wx.login`. */
export const wechatSignIn = (app: WechatApp): SignIn => ({
  exchange: async (code) => {
    const openid = await exchangeCode(app, code);
    return openid === 'refused' ? 'refused' : { subject: openid };
  },
});
