import Taro from '@tarojs/taro';
import type { EntryOptions } from './launch-link';

/** Alipay tells the app, not the page, which ordinary QR code opened it: the link whole and encoded, as `qrCode`. */
export const entryLink = ({ query }: EntryOptions): string | undefined => {
  const link = query?.qrCode;
  return link === undefined || link === '' ? undefined : decoded(link);
};

/** The same of the very start; asked for and not waited for, because the first page stands before the app is told. */
export const launchLink = (): string | undefined => entryLink(Taro.getLaunchOptionsSync());

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
