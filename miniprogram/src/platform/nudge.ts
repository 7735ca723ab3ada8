import Taro from '@tarojs/taro';

/** One short shake: something was taken from what the rider holds before the camera. */
export const nudge = (): void => {
  Taro.vibrateShort({ type: 'medium' }).catch(() => undefined);
};
