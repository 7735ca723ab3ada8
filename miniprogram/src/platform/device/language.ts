import Taro from '@tarojs/taro';
import type { Language } from '@tongcheng/shared/text';

/** The language the phone is set to: English where it says so, Chinese otherwise. */
export const phoneLanguage = (): Language => (spoken()?.startsWith('en') ? 'en' : 'zh');

/** Older versions of both platforms know the longer question only. */
const spoken = (): string | undefined =>
  Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo().language : Taro.getSystemInfoSync().language;

/** Tells screen readers the language of the page; mini-programs do that themselves. */
export const setPageLanguage = (_language: Language): void => undefined;
