import Taro from '@tarojs/taro';

/** A fresh sign-in code, by which WeChat knows whose words it checks; undefined when it gives none. */
export const textCheckCode = async (): Promise<string | undefined> => {
  const { code } = await Taro.login().catch(() => ({ code: '' }));
  return code === '' ? undefined : code;
};
