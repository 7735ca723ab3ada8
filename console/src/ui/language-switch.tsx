import type { Language } from '@tongcheng/shared/text';
import { useSpeech } from './language';
import { uiTexts } from './texts';

const names: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** Changes to the other language; named in that language, for the one who needs it. */
export const LanguageSwitch = () => {
  const { language, choose, say } = useSpeech();
  const other: Language = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="quiet"
      data-part="language"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={say(uiTexts.changeLanguage, { language: names[other] })}
      onClick={() => choose(other)}
    >
      {names[other]}
    </button>
  );
};
