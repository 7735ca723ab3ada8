import type { Language } from '@tongcheng/shared/text';
import { lastingStorage } from './text-storage';

const storage = lastingStorage('tongcheng.language');

/** The language chosen before on this browser, else the browser's own; Chinese where it is neither. */
export const readLanguage = (): Language => {
  const chosen = storage.read();
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
};

/** Remembers the choice and sets it on the page, for hyphenation and screen readers. */
export const writeLanguage = (language: Language): void => {
  storage.write(language);
  setPageLanguage(language);
};

/** Sets the page's language. */
export const setPageLanguage = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
