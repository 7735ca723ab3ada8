import Taro from '@tarojs/taro';
import { saysRefused, settingsRefuse } from './camera-refusal';

/** What a platform offers where its camera in the page does not serve. */
export interface CameraFallbacks {
  /** A scanner of the platform's own, over the app. */
  readonly scanner: boolean;
  /** Opens the platform's settings of this app; afterwards, whether the camera is no longer refused there. Absent where there are none to open. */
  readonly settings?: () => Promise<boolean>;
}

/** A mini-program has both. */
export const cameraFallbacks: CameraFallbacks = {
  scanner: true,
  settings: () =>
    Taro.openSetting({}).then(
      (settings) => !settingsRefuse(settings),
      () => false,
    ),
};

/** Whether a camera that will not open was not allowed. Some versions fail without saying why; then the settings do. */
export const wasRefused = (reason: unknown): Promise<boolean> =>
  saysRefused(reason) ? Promise.resolve(true) : Taro.getSetting({}).then(settingsRefuse, () => false);
