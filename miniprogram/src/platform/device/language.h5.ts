import type { Language } from '@tongcheng/shared/text';

/** The language the browser is set to: English where it says so, Chinese otherwise. */
export const phoneLanguage = (): Language => (navigator.language.startsWith('en') ? 'en' : 'zh');

/** Tells screen readers the language of the page. */
export const setPageLanguage = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
