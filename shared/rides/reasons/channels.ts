import type { Text } from '../../text';

/** The apps in which a status may have been obtained (W-07). */
export const channelNames: Readonly<Record<'wechat' | 'alipay', Text>> = {
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
};
