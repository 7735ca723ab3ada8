import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CameraViewProps } from './camera-view';

/** Whether this version of Alipay has a camera that reads codes (base library 1.19.0) and says when it is open (1.24.3). */
export const cameraReadsCodes = (): boolean => Taro.canIUse('camera.mode.scanCode') && Taro.canIUse('camera.onReady');

/** Alipay's camera; its light knows no other word than `on`. */
export const CameraView = ({ lit, onOpen, onRead, onFail }: CameraViewProps) => (
  <Camera
    id="camera"
    className="reader-picture"
    mode="scanCode"
    devicePosition="back"
    flash={lit ? 'on' : 'off'}
    onReady={onOpen}
    onScanCode={({ detail }) => onRead(detail.result)}
    onError={({ detail }) => onFail(detail)}
  />
);
