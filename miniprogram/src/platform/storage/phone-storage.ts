import Taro from '@tarojs/taro';
import type { PhoneStorage } from '../../client/overflow';

/** The phone's own small storage; on the web it is localStorage. A full or closed storage reads as empty and refuses to write. */
export const phoneStorage: PhoneStorage = {
  read: (key) => attempt(() => textOf(Taro.getStorageSync(key)), undefined),
  write: (key, text) =>
    attempt(() => {
      Taro.setStorageSync(key, text);
      return true;
    }, false),
  remove: (key) => attempt(() => Taro.removeStorageSync(key), undefined),
  keys: () => attempt(() => Taro.getStorageInfoSync().keys ?? [], []),
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
