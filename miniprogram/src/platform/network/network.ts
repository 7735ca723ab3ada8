import Taro from '@tarojs/taro';

/**
 * Where the service lives, as the build was told (`TARO_APP_ORIGIN`, this machine unless given); the word is replaced while building,
 * because phones know no environment. Mini-programs may call only addresses registered with their platform.
 */
export const serviceOrigin: string = process.env.TARO_APP_ORIGIN;

/** Calls back whenever the network returns. Gives the way to stop. */
export const onNetworkBack = (back: () => void): (() => void) => {
  const changed = ({ isConnected }: { readonly isConnected: boolean }) => {
    if (isConnected) back();
  };
  Taro.onNetworkStatusChange(changed);
  return () => Taro.offNetworkStatusChange(changed);
};

/** Makes the app open without network. The packages of mini-programs are on the phone anyway. Gives the way to stop. */
export const enableOffline = (): (() => void) => () => undefined;
