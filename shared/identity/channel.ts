/** Ways into the product: the web, and the two platforms in whose app a rider is. On the wire and in records the field is named `provider`. */
export const channels = ['web', 'wechat', 'alipay'] as const;
export type Channel = (typeof channels)[number];
