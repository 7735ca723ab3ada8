import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';

/** A picture of the camera in the page, which reads codes by itself as long as it is drawn. A page may hold one. */
export interface CameraViewProps {
  readonly lit: boolean;
  readonly onOpen: () => void;
  /** Told again and again while the code is in sight. */
  readonly onRead: (text: string) => void;
  /** It will not open; the platform's own account of why. */
  readonly onFail: (reason: unknown) => void;
}

/** Whether this version of WeChat has a camera that reads codes and has a torch that stays lit (base library 2.8.0). */
export const cameraReadsCodes = (): boolean => Taro.canIUse('camera.flash.torch');

/** WeChat's camera. */
export const CameraView = ({ lit, onOpen, onRead, onFail }: CameraViewProps) => (
  <Camera
    id="camera"
    className="reader-picture"
    mode="scanCode"
    devicePosition="back"
    flash={lit ? 'torch' : 'off'}
    onInitDone={onOpen}
    onScanCode={({ detail }) => onRead(detail.result)}
    onError={({ detail }) => onFail(detail)}
  />
);
