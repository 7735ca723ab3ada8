import { answering, done, type Options, type Outcome, textIn } from './callbacks';
import type { Device } from './device';
import type { Navigation } from './navigation';
import type { Network } from './network';
import type { VirtualTime } from './virtual-time';

/** What a platform's functions stand on. */
export interface Parts {
  readonly time: VirtualTime;
  readonly device: Device;
  readonly network: Network;
  readonly navigation: Navigation;
  /** The platform's own screen covers the app, and goes away again. */
  readonly cover: () => void;
  readonly uncover: () => void;
  /** How the app was opened last. */
  readonly enteredWith: () => object;
}

/** A platform's functions by name. */
export type Functions = Record<string, unknown>;

/**
 * Opens the platform's scanner over the app. It reads what comes in sight, in its time; `undefined` when the rider closes it.
 * The app is covered meanwhile, as on a phone.
 */
export function openScanner({ device, time, cover, uncover }: Parts, read: (code: string | undefined) => void): void {
  device.scannersOpened += 1;
  cover();
  const look = () => {
    const seen = device.inSight;
    if (seen === undefined) return void time.set(look, 200);
    device.inSight = undefined;
    uncover();
    read(seen === 'closed' ? undefined : seen.code);
  };
  time.set(look, 200);
}

/** Opens the platform's settings of the app over it; their user allows the camera there, or leaves it as it is. */
export function openSettings({ device, time, cover, uncover }: Parts, left: () => void): void {
  device.settingsOpened += 1;
  cover();
  time.set(() => {
    if (device.allowsInSettings && isRefused(device)) device.camera = 'works';
    uncover();
    left();
  }, 500);
}

/** Opens another mini-program over this one, until the rider comes back. */
export function openProgram({ device, time, cover, uncover }: Parts, options: Options): Outcome {
  device.programsOpened.push({ appId: textIn(options, 'appId'), path: textIn(options, 'path') });
  time.set(cover, 2);
  device.comeBack = () => {
    device.comeBack = () => undefined;
    uncover();
  };
  return done({ errMsg: 'navigateToMiniProgram:ok' });
}

/** Whether the user of the phone refused the camera to the app. */
export const isRefused = ({ camera }: Device): boolean => camera.startsWith('refused');

/** Functions that succeed and do nothing a test looks at. */
export const plainlyDone = ({ time }: Parts, names: readonly string[]): Functions =>
  Object.fromEntries(names.map((name) => [name, answering(time, () => done({ errMsg: `${name}:ok` }))]));

/** Listening to the network. */
export const networkListening = ({ device, time }: Parts): Functions => {
  const listeners = new Map<unknown, (online: boolean) => void>();
  return {
    onNetworkStatusChange: (changed: (told: object) => void) => {
      const listener = (online: boolean) => {
        time.set(() => changed({ isConnected: online, networkType: online ? '4g' : 'none' }), 1);
      };
      listeners.set(changed, listener);
      device.networkListeners.add(listener);
    },
    offNetworkStatusChange: (changed: unknown) => {
      const listener = listeners.get(changed);
      if (listener) device.networkListeners.delete(listener);
    },
  };
};

/** What the hand feels. */
export const felt = (device: Device, what: string): Outcome => {
  device.felt.push(what);
  return done();
};

/** Answers by callbacks over the parts of one phone. */
export const answerOf =
  ({ time }: Parts) =>
  (act: (options: Options) => Outcome): ReturnType<typeof answering> =>
    answering(time, act);
