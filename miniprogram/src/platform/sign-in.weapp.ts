import Taro from '@tarojs/taro';
import type { PlatformSignIn } from './sign-in';

/** WeChat vouches by the code of `wx.login`. */
export const platformSignIn: PlatformSignIn = {
  provider: 'wechat',
  code: async () => (await Taro.login().catch(() => undefined))?.code,
};
