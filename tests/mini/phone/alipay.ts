import { alipayRequest } from './alipay-request';
import { callBack, done, failed, numberIn, type Options, type Outcome, textIn } from './callbacks';
import { store } from './device';
import { filesOf } from './files';
import {
  answerOf,
  type Functions,
  felt,
  isRefused,
  networkListening,
  openProgram,
  openScanner,
  openSettings,
  type Parts,
  plainlyDone,
} from './parts';
import { playerOf } from './player';

const root = 'https://usr';

/** Alipay's `my` as far as the build uses it: its own names, its numbered errors, no bytes of chance. */
export function alipay(parts: Parts): Functions {
  const functions: Functions = {
    ...aboutThePhone(parts),
    ...storage(parts),
    ...ways(parts),
    ...body(parts),
    ...networkListening(parts),
    ...filesOf(parts, root, {
      missing: { error: 10022, errorMessage: '文件/目录不存在' },
      forbidden: { error: 10024, errorMessage: '没有写的权限' },
    }),
    // Its documentation names AAC and MP3; whether a phone takes WAV all the same only a phone tells.
    ...playerOf(parts, false),
    setClipboard: answerOf(parts)((options) => {
      parts.device.clipboard = textIn(options, 'text');
      return done();
    }),
    request: (options: Options) => alipayRequest(parts, options),
    ...plainlyDone(parts, ['pageScrollTo', 'setNavigationBar', 'hideShareMenu', 'setKeepScreenOn', 'hideBackHome']),
  };
  const ofCamera = ['camera.mode.scanCode', 'camera.onReady'];
  const canIUse = (name: string) => name in functions || (parts.device.camera !== 'too-old' && ofCamera.includes(name));
  return { ...functions, canIUse };
}

function aboutThePhone(parts: Parts): Functions {
  const { device } = parts;
  const system = () => ({
    ...{ platform: 'Android', brand: 'test', model: 'old', system: '5.0', version: '10.1.60', app: 'alipay' },
    ...{
      language: device.language === 'en' ? 'en' : 'zh-Hans',
      pixelRatio: 2,
      statusBarHeight: 24,
      titleBarHeight: 48,
    },
    ...{ windowWidth: 360, windowHeight: 640, screenWidth: 360, screenHeight: 720 },
  });
  const answer = answerOf(parts);
  return {
    SDKVersion: '2.0.0',
    env: {
      USER_DATA_PATH: root,
      clientName: 'ap',
      platform: 'Android',
      language: device.language === 'en' ? 'en' : 'zh-Hans',
    },
    getSystemInfoSync: system,
    getLaunchOptionsSync: parts.enteredWith,
    getEnterOptionsSync: parts.enteredWith,
    getNetworkType: answer(() =>
      done({ networkAvailable: device.online, networkType: device.online ? '4G' : 'NOTREACHABLE' }),
    ),
    requestSubscribeMessage: answer((options) => {
      const [template = ''] = Array.isArray(options.entityIds) ? options.entityIds.map(String) : [];
      device.messagesAsked.push(template);
      return done({ behavior: device.agreesToMessages ? 'subscribe' : 'cancel' });
    }),
    getAuthCode: answer((options) => {
      const scopes = JSON.stringify(options.scopes ?? 'auth_base');
      const code = device.signInCode(scopes.includes('auth_user') ? 'identity' : 'silent');
      return code === undefined ? failed({ error: 11, errorMessage: '用户取消授权' }) : done({ authCode: code });
    }),
  };
}

const storage = ({ device }: Parts): Functions => ({
  getStorageSync: ({ key }: { readonly key: string }) => ({ data: device.storage.get(key) ?? null, success: true }),
  setStorageSync: ({ key, data }: { readonly key: string; readonly data: string }) => {
    if (store(device, key, data)) return { success: true };
    throw new Error('setStorageSync: data too large');
  },
  removeStorageSync: ({ key }: { readonly key: string }) => ({ success: device.storage.delete(key) }),
  getStorageInfoSync: () => ({ keys: [...device.storage.keys()] }),
});

function ways(parts: Parts): Functions {
  const { navigation } = parts;
  const answer = answerOf(parts);
  const told = (reason: string | undefined): Outcome =>
    reason === undefined ? done() : failed({ error: 2, errorMessage: reason });
  return {
    navigateTo: answer((options) => told(navigation.to(textIn(options, 'url')))),
    redirectTo: answer((options) => told(navigation.instead(textIn(options, 'url')))),
    reLaunch: answer((options) => told(navigation.afresh(textIn(options, 'url')))),
    navigateBack: answer((options) => told(navigation.back(numberIn(options, 'delta', 1)))),
  };
}

function body(parts: Parts): Functions {
  const { device } = parts;
  const answer = answerOf(parts);
  const settings = () => ({ authSetting: device.camera === 'too-old' ? {} : { camera: !isRefused(device) } });
  const read = (options: Options) => (code: string | undefined) =>
    callBack(
      parts.time,
      options,
      code === undefined ? failed({ error: 10, errorMessage: '用户取消' }) : done({ code, qrCode: code, barCode: '' }),
    );
  return {
    getSetting: answer(() => done(settings())),
    openSetting: (options: Options) => openSettings(parts, () => callBack(parts.time, options, done(settings()))),
    scan: (options: Options) => openScanner(parts, read(options)),
    vibrateShort: answer(() => felt(device, 'short')),
    vibrateLong: answer(() => felt(device, 'long')),
    getScreenBrightness: answer(() => done({ brightness: device.brightness })),
    setScreenBrightness: answer((options) => {
      device.brightness = numberIn(options, 'brightness', device.brightness);
      return done();
    }),
    makePhoneCall: answer((options) => {
      device.dialled.push(textIn(options, 'number'));
      return done();
    }),
    navigateToMiniProgram: answer((options) => openProgram(parts, options)),
  };
}
