import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from '../ui/language';
import { verifyTexts } from './texts';

/** The venue's word of this minute, to compare with the rider's screen at a glance. A word that may have changed is not shown. */
export const MinuteWordCard = ({ word }: { readonly word: Text | undefined }) => {
  const { say, language } = useSpeech();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <section className="minute-word" data-part="minute-word">
      <h2>{say(verifyTexts.minuteWord)}</h2>
      <p className="minute-word-text">{word === undefined ? '—' : say(word)}</p>
      <p className="minute-word-other">{word === undefined || word.zh === word.en ? '' : word[other]}</p>
      <p className="hint">{say(verifyTexts.minuteWordHint)}</p>
    </section>
  );
};
