import { randomBytes } from 'node:crypto';
import { callBack, done, failed, numberIn, type Options, type Outcome, textIn } from './callbacks';
import { store } from './device';
import { documents } from './documents';
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
import { libraryOf, visionKit } from './vision-kit';
import { wechatRequest } from './wechat-request';

const root = 'wxfile://usr';

/** WeChat's `wx` as far as the build uses it, with its own names and words for failures. */
export function wechat(parts: Parts): Functions {
  const functions: Functions = {
    ...aboutThePhone(parts),
    ...storage(parts),
    ...ways(parts),
    ...body(parts),
    ...networkListening(parts),
    ...documents(parts),
    ...filesOf(parts, root, {
      missing: { errMsg: 'fail no such file or directory' },
      forbidden: { errMsg: 'writeFile:fail permission denied' },
    }),
    ...playerOf(parts, true),
    ...visionKit(parts),
    request: (options: Options) => wechatRequest(parts, options),
    ...plainlyDone(parts, [
      'pageScrollTo',
      'setNavigationBarTitle',
      'setNavigationBarColor',
      'hideShareMenu',
      'setKeepScreenOn',
    ]),
  };
  const ofCamera = ['camera.flash.torch'];
  const canIUse = (name: string) => name in functions || (parts.device.camera !== 'too-old' && ofCamera.includes(name));
  return { ...functions, canIUse };
}

function aboutThePhone(parts: Parts): Functions {
  const { device } = parts;
  const system = () => ({
    ...{
      SDKVersion: libraryOf(device.visionKit),
      platform: 'android',
      brand: 'test',
      model: 'old',
      system: 'Android 5.0',
      version: '8.0.0',
    },
    ...{ language: device.language === 'en' ? 'en' : 'zh_CN', pixelRatio: 2, theme: 'light', statusBarHeight: 24 },
    ...{ windowWidth: 360, windowHeight: 640, screenWidth: 360, screenHeight: 720 },
  });
  const answer = answerOf(parts);
  return {
    env: { USER_DATA_PATH: root },
    getSystemInfoSync: system,
    getAppBaseInfo: system,
    getWindowInfo: system,
    getDeviceInfo: system,
    getLaunchOptionsSync: parts.enteredWith,
    getEnterOptionsSync: parts.enteredWith,
    getNetworkType: answer(() => done({ networkType: device.online ? '4g' : 'none' })),
    nextTick: (act: () => void) => parts.time.set(act, 1),
    getRandomValues: answer((options) => {
      const { buffer } = new Uint8Array(randomBytes(numberIn(options, 'length', 0)));
      return done({ randomValues: buffer, errMsg: 'getRandomValues:ok' });
    }),
    requestSubscribeMessage: answer((options) => {
      const [template = ''] = Array.isArray(options.tmplIds) ? options.tmplIds.map(String) : [];
      if (!device.isTouched)
        return failed({
          errCode: 10005,
          errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
        });
      device.messagesAsked.push(template);
      return done({ [template]: device.agreesToMessages ? 'accept' : 'reject', errMsg: 'requestSubscribeMessage:ok' });
    }),
    login: answer(() => {
      const code = device.signInCode('silent');
      return code === undefined ? failed({ errMsg: 'login:fail' }) : done({ code, errMsg: 'login:ok' });
    }),
  };
}

const storage = ({ device }: Parts): Functions => ({
  getStorageSync: (key: string) => device.storage.get(key) ?? '',
  setStorageSync: (key: string, text: string) => {
    if (!store(device, key, text)) throw new Error('setStorageSync:fail entry size limit reached');
  },
  removeStorageSync: (key: string) => device.storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...device.storage.keys()] }),
});

function ways(parts: Parts): Functions {
  const { navigation } = parts;
  const answer = answerOf(parts);
  const told = (name: string, reason: string | undefined): Outcome =>
    reason === undefined ? done({ errMsg: `${name}:ok` }) : failed({ errMsg: `${name}:fail ${reason}` });
  return {
    navigateTo: answer((options) => told('navigateTo', navigation.to(textIn(options, 'url')))),
    redirectTo: answer((options) => told('redirectTo', navigation.instead(textIn(options, 'url')))),
    reLaunch: answer((options) => told('reLaunch', navigation.afresh(textIn(options, 'url')))),
    navigateBack: answer((options) => told('navigateBack', navigation.back(numberIn(options, 'delta', 1)))),
  };
}

function body(parts: Parts): Functions {
  const { device } = parts;
  const answer = answerOf(parts);
  const settings = () => ({ authSetting: device.camera === 'too-old' ? {} : { 'scope.camera': !isRefused(device) } });
  const read = (options: Options) => (code: string | undefined) =>
    callBack(
      parts.time,
      options,
      code === undefined
        ? failed({ errMsg: 'scanCode:fail cancel' })
        : done({ result: code, scanType: 'QR_CODE', charSet: 'UTF-8', errMsg: 'scanCode:ok' }),
    );
  return {
    getSetting: answer(() => done(settings())),
    openSetting: (options: Options) => openSettings(parts, () => callBack(parts.time, options, done(settings()))),
    scanCode: (options: Options) => openScanner(parts, read(options)),
    vibrateShort: answer((options) => felt(device, `short ${textIn(options, 'type')}`)),
    vibrateLong: answer(() => felt(device, 'long')),
    getScreenBrightness: answer(() => done({ value: device.brightness })),
    setScreenBrightness: answer((options) => {
      device.brightness = numberIn(options, 'value', device.brightness);
      return done();
    }),
    makePhoneCall: answer((options) => {
      device.dialled.push(textIn(options, 'phoneNumber'));
      return done();
    }),
    navigateToMiniProgram: answer((options) => openProgram(parts, options)),
  };
}
