import Taro from '@tarojs/taro';
import { serviceOrigin } from '../network/network';

/** What came of leading the rider elsewhere: it opened; its address is in the clipboard, where an app opens no other; or neither. */
export type OpenedElsewhere = 'opened' | 'copied' | 'failed';

/** Leads to a page or another app by its link: a mini-program opens none, and copies it; a path is one of the service. */
export const openLink = (link: string | undefined): Promise<OpenedElsewhere> =>
  link === undefined
    ? Promise.resolve('failed')
    : Taro.setClipboardData({ data: link.startsWith('/') ? `${serviceOrigin}${link}` : link }).then(
        () => 'copied',
        () => 'failed',
      );
