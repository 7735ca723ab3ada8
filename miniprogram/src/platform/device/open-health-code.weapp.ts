import Taro from '@tarojs/taro';
import type { HealthCodePages } from '@tongcheng/shared/venues/ways-in';
import { type OpenedElsewhere, openLink } from './open-link';

/** WeChat opens the mini-program of the health code; without one its page is copied for the browser. A rider who says no there stays. */
export const openHealthCode = async ({ wechat, web }: HealthCodePages): Promise<OpenedElsewhere> => {
  if (!wechat) return openLink(web);
  const { appId, path = '' } = wechat;
  return Taro.navigateToMiniProgram({ appId, path }).then(
    () => 'opened',
    () => 'failed',
  );
};
