import Taro from '@tarojs/taro';
import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import { roughPosition } from './rough-position';

/** WeChat's rough place is right to some kilometres and says no accuracy of its own. */
const fuzzyMetres = 5_000;

/** Where the phone is, roughly; undefined where rider or platform say no, or the account may not ask. WeChat asks the rider itself. */
export const readPosition = (): Promise<RoughPosition | undefined> =>
  new Promise((resolve) => {
    if (!Taro.canIUse('getFuzzyLocation')) return resolve(undefined);
    Taro.getFuzzyLocation({
      type: 'wgs84',
      success: ({ latitude, longitude }) => resolve(roughPosition(latitude, longitude, fuzzyMetres)),
      fail: () => resolve(undefined),
    });
  });
