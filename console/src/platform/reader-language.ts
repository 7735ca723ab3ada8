import type { Language } from '@tongcheng/shared/text';
import { lastingShelf } from './shelf';

const shelf = lastingShelf('tongcheng.language');

/** The language chosen before on this browser, else the browser's own; Chinese where it is neither. */
export const readLanguage = (): Language => {
  const chosen = shelf.read();
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
};

/** Remembers the choice and tells the browser, for hyphenation and screen readers. */
export const writeLanguage = (language: Language): void => {
  shelf.write(language);
  tellLanguage(language);
};

/** Sets the page's language. */
export const tellLanguage = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
