import Taro from '@tarojs/taro';
import { settingsRefuse } from './camera-refusal';

/** What a platform offers where its camera in the page does not serve. */
export interface CameraWays {
  /** A scanner of the platform's own, over the app. */
  readonly scanner: boolean;
  /** Opens the platform's settings of this app; afterwards, whether the camera is no longer refused there. Absent where there are none to open. */
  readonly settings?: () => Promise<boolean>;
}

/** A mini-program has both. */
export const cameraWays: CameraWays = {
  scanner: true,
  settings: () =>
    Taro.openSetting({}).then(
      (settings) => !settingsRefuse(settings),
      () => false,
    ),
};
