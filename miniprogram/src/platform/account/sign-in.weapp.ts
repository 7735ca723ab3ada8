import Taro from '@tarojs/taro';
import type { PlatformSignIn } from './sign-in';

/** WeChat vouches by the code of `wx.login`. */
export const platformSignIn: PlatformSignIn = {
  channel: 'wechat',
  checksTexts: true,
  code: async () => {
    const code = (await Taro.login().catch(() => undefined))?.code;
    return code === '' ? undefined : code;
  },
};
