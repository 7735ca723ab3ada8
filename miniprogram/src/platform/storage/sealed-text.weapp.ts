import Taro from '@tarojs/taro';
import { phoneStorage } from './phone-storage';

/** WeChat encrypts what is kept so, by a key of its own for this program and user; of before 2.21.3 it keeps it plain. */
const place = { key: 'tc.pass', encrypt: true };

/** A short text in the program's own storage, sealed by WeChat. */
export const sealedText = {
  read: (): Promise<string | undefined> =>
    Taro.getStorage(place).then(
      ({ data }) => (typeof data === 'string' ? data : undefined),
      () => undefined,
    ),
  write: (text: string): Promise<boolean> =>
    Taro.setStorage({ ...place, data: text }).then(
      () => true,
      () => false,
    ),
  remove: async (): Promise<void> => phoneStorage.remove(place.key),
};
