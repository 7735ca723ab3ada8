import Taro from '@tarojs/taro';
import type { HealthCodePages } from '@tongcheng/shared/venues/ways-in';
import { type OpenedElsewhere, openLink } from './open-link';

declare const my: {
  readonly ap?: {
    navigateToAlipayPage(asked: {
      readonly path: string;
      readonly success: () => void;
      readonly fail: () => void;
    }): void;
  };
};

/** Alipay opens the mini-program of the health code, or a page of its own; without either the web page is copied for the browser. */
export const openHealthCode = async ({ alipay, web }: HealthCodePages): Promise<OpenedElsewhere> => {
  if (!alipay) return openLink(web);
  if ('page' in alipay) return openPage(alipay.page);
  const { appId, path = '' } = alipay;
  return Taro.navigateToMiniProgram({ appId, path }).then(
    () => 'opened',
    () => 'failed',
  );
};

const openPage = (path: string): Promise<OpenedElsewhere> =>
  new Promise((resolve) => {
    if (!my.ap) return resolve('failed');
    my.ap.navigateToAlipayPage({ path, success: () => resolve('opened'), fail: () => resolve('failed') });
  });
