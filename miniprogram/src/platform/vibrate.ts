import Taro from '@tarojs/taro';
import { pulsesOf, type Signal } from './tones';

/** Shakes the phone for a signal: mini-programs know a short and a long shake. */
export const vibrate = (signal: Signal): void => {
  const long = pulsesOf[signal].some((ms) => ms > 300);
  const shaken = long ? Taro.vibrateLong() : Taro.vibrateShort({ type: 'medium' });
  shaken.catch(() => undefined);
};
