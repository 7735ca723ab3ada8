import type { Language } from '@tongcheng/shared/text';

const voices: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Says a sentence aloud where the browser can; a new sentence ends the one before. */
export const speak = (words: string, language: Language): boolean => {
  if (!('speechSynthesis' in window)) return false;
  const said = new SpeechSynthesisUtterance(words);
  said.lang = voices[language];
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(said);
  return true;
};
