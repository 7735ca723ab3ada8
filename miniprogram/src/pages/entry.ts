import Taro, { useDidShow, usePageNotFound } from '@tarojs/taro';
import { type LaunchOptions, launchLink, reopenLink } from '../platform/device/launch-link';
import { goTo } from './go-to';

let known: string | undefined;
let isTaken = false;

/** The link that opened the app, once: the first page takes it, whatever its own address says. */
export function takeLaunchLink(): string | undefined {
  if (isTaken) return undefined;
  isTaken = true;
  known = launchLink();
  return known;
}

/**
 * Scanned with the platform's own scanner while the app is open somewhere: it goes to the scan at once. The same link again is passed
 * over: platforms repeat it when the app merely comes back to the front, and nobody may alight by looking at another app.
 */
export function useReopenLink(): void {
  useDidShow((options?: LaunchOptions) => {
    const link = options && reopenLink(options);
    if (link === undefined || !isTaken || link === known) return;
    known = link;
    if (Taro.getCurrentPages().length > 0) goTo.scanWith(link);
  });
}

/** An old or mistyped address leads to the scan, never to an empty screen. */
export function useUnknownPage(): void {
  usePageNotFound(goTo.scan);
}
