import Taro from '@tarojs/taro';

const key = 'tc.pass';

/** A short text in the program's own storage. Alipay seals none: its storage is this program's and this user's alone, and that is all that holds. */
export const sealedText = {
  read: (): Promise<string | undefined> =>
    Taro.getStorage({ key }).then(
      ({ data }) => (typeof data === 'string' ? data : undefined),
      () => undefined,
    ),
  write: (text: string): Promise<boolean> =>
    Taro.setStorage({ key, data: text }).then(
      () => true,
      () => false,
    ),
  remove: (): Promise<void> =>
    Taro.removeStorage({ key }).then(
      () => undefined,
      () => undefined,
    ),
};
