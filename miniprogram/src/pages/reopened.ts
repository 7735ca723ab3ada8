import Taro, { useDidShow, usePageNotFound } from '@tarojs/taro';
import { usePhone } from '../client/phone';
import { type LaunchOptions, reopenLink } from '../platform/device/launch-link';
import { goTo } from './go-to';

/** A code scanned with the platform's own scanner while the app is open somewhere goes to the scan at once; each link once. */
export function useReopenLink(): void {
  const { launchLinks } = usePhone();
  useDidShow((options?: LaunchOptions) => {
    const link = options && reopenLink(options);
    if (link === undefined || !launchLinks.isNew(link)) return;
    if (Taro.getCurrentPages().length > 0) goTo('scan', { code: link });
  });
}

/** An old or mistyped address leads to the scan, never to an empty screen. */
export function useUnknownPage(): void {
  usePageNotFound(() => goTo('scan'));
}
