import Taro from '@tarojs/taro';
import { saysRefused, settingsRefuse } from './camera-refusal';

/** Whether a camera that will not open was not allowed. Some versions fail without saying why; then the settings do. */
export const wasRefused = (reason: unknown): Promise<boolean> =>
  saysRefused(reason) ? Promise.resolve(true) : Taro.getSetting({}).then(settingsRefuse, () => false);
