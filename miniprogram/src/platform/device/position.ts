import Taro from '@tarojs/taro';
import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import { roughPosition } from './rough-position';

/** Where the phone is, roughly; undefined where rider or platform say no. Alipay asks the rider itself. Without `type` it gives the place and nothing else. */
export const readPosition = (): Promise<RoughPosition | undefined> =>
  new Promise((resolve) => {
    Taro.getLocation({
      success: ({ latitude, longitude, accuracy }) => resolve(roughPosition(latitude, longitude, accuracy)),
      fail: () => resolve(undefined),
    });
  });
