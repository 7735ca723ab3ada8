import type { Device } from './device';
import { type Drawn, elementsWhere } from './drawn';
import type { Platform } from './platform';
import type { VirtualTime } from './virtual-time';

/** What a camera in the page needs of the phone around it. */
export interface CameraNeeds {
  readonly platform: Platform;
  readonly device: Device;
  readonly time: VirtualTime;
  /** What is drawn in front; undefined while nothing is. */
  readonly front: () => Drawn | undefined;
}

/** Words of each platform for the moments of its camera. */
const words = {
  weapp: {
    open: 'initdone',
    lit: 'torch',
    refused: { errMsg: 'insertCamera:fail auth deny' },
    'refused-silently': {},
    broken: { errMsg: 'insertCamera:fail: camera is not available' },
  },
  alipay: {
    open: 'ready',
    lit: 'on',
    refused: { errorCode: 1004, errorMessage: '无摄像头权限' },
    'refused-silently': {},
    broken: { errorCode: 1000, errorMessage: '其他错误' },
  },
} as const;

const openingMs = 30;
const lookEveryMs = 200;
/** A code that stays in sight is told of more than once. */
const repeatsAfterMs = [1, 2, 60, 400, 1_500];

/**
 * The camera that a page draws: it opens or fails, reads what comes in sight, lights the torch as the page says, and is gone with its
 * element. Call `drew` whenever something was drawn.
 */
export function cameraInPage({ platform, device, time, front }: CameraNeeds): { readonly drew: () => void } {
  const told = words[platform];
  /** Whether the element was met before; one that failed stays so until the page takes it away. */
  let met = false;
  let expected = false;
  const drawn = (): Drawn | undefined => {
    const page = front();
    const cameras = page ? elementsWhere(page, ({ tag }) => /(^|-)camera$/.test(tag)) : [];
    if (cameras.length > 1) throw new Error('a page may hold one camera');
    return cameras[0];
  };
  const look = () => {
    if (!device.cameraOpen) return;
    const seen = device.inSight;
    if (typeof seen === 'object' && drawn()?.attributes.mode === 'scanCode') {
      device.inSight = undefined;
      for (const afterMs of repeatsAfterMs) time.set(() => drawn()?.happen('scancode', scanned(seen.code)), afterMs);
    }
    time.set(look, lookEveryMs);
  };
  const meet = (camera: Drawn) => {
    met = true;
    if (device.camera === 'too-old') throw new Error('this version has no such camera');
    if (device.camera !== 'works') return camera.happen('error', told[device.camera]);
    const { mode, frameSize } = camera.attributes;
    if (mode !== 'scanCode' && (mode !== 'normal' || frameSize === undefined))
      throw new Error('this camera reads no codes and gives no frames');
    device.cameraOpen = true;
    device.camerasOpened += 1;
    camera.happen(told.open, { maxZoom: 8 });
    time.set(look, lookEveryMs);
  };
  const settle = () => {
    expected = false;
    const camera = drawn();
    if (camera && !met) meet(camera);
    if (!camera) met = device.cameraOpen = false;
    device.torchLit = device.cameraOpen && camera?.attributes.flash === told.lit;
  };
  return {
    drew: () => {
      if (expected) return;
      expected = true;
      time.set(settle, openingMs);
    },
  };
}

const scanned = (result: string): object => ({ type: 'QR_CODE', charSet: 'UTF-8', result });
