import Taro from '@tarojs/taro';
import { decodedLink } from '@tongcheng/shared/venues/ride-code';
import type { LaunchOptions } from './launch-link';

/** Alipay tells the app, not the page, which ordinary QR code opened it: the link whole and encoded, as `qrCode`. */
export const reopenLink = ({ query }: LaunchOptions): string | undefined => {
  const link = query?.qrCode;
  return link === undefined || link === '' ? undefined : decodedLink(link);
};

/** The same of the very start; asked for and not waited for, because the first page stands before the app hears of it. */
export const launchLink = (): string | undefined => reopenLink(Taro.getLaunchOptionsSync());
