import Taro from '@tarojs/taro';

/** Opens the telephone with a number; the person still has to press call. */
export const telephone = (number: string): void => {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
};
