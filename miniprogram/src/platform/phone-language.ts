import Taro from '@tarojs/taro';
import type { Language } from '@tongcheng/shared/text';

/** The language the phone is set to: English where it says so, Chinese otherwise. */
export const phoneLanguage = (): Language => (Taro.getAppBaseInfo().language?.startsWith('en') ? 'en' : 'zh');

/** Tells screen readers the language of the page; mini-programs do that themselves. */
export const announceLanguage = (_language: Language): void => undefined;
