import { adviceAfter } from '../../miniprogram/src/features/rides/use-camera-advice';
import { saysRefused, settingsRefuse } from '../../miniprogram/src/platform/camera/camera-refusal';

test.each([
  [0, 'none'],
  [3_999, 'none'],
  [4_000, 'light'],
  [9_999, 'light'],
  [10_000, 'other-scanner'],
  [3_600_000, 'other-scanner'],
])('W-17 after %i ms of looking in vain the advice is %s', (waitedMs, advice) => {
  expect(adviceAfter(waitedMs)).toBe(advice);
});

test.each([
  [{ errMsg: 'insertCamera:fail auth deny' }, true],
  [{ errMsg: 'insertCamera:fail:system permission denied' }, true],
  [{ errMsg: 'insertCamera:fail: camera is not available' }, false],
  [{ errorCode: 1001 }, true],
  [{ errorCode: '1004', errorMessage: '无摄像头权限' }, true],
  [{ errorCode: 1005, errorMessage: '无麦克风权限' }, false],
  [{ errorCode: 1000 }, false],
  [{}, false],
  [undefined, false],
])('a camera that fails with %j was refused: %s', (reason, refused) => {
  expect(saysRefused(reason)).toBe(refused);
});

test.each([
  [{ authSetting: { 'scope.camera': false } }, true],
  [{ authSetting: { camera: false } }, true],
  [{ authSetting: { 'scope.camera': true } }, false],
  [{ authSetting: {} }, false],
  [undefined, false],
])('settings %j refuse the camera: %s', (settings, refused) => {
  expect(settingsRefuse(settings)).toBe(refused);
});
