import Taro from '@tarojs/taro';

/** Calls back whenever the network returns. Gives the way to stop. */
export const onNetworkBack = (back: () => void): (() => void) => {
  const changed = ({ isConnected }: { readonly isConnected: boolean }) => {
    if (isConnected) back();
  };
  Taro.onNetworkStatusChange(changed);
  return () => Taro.offNetworkStatusChange(changed);
};
