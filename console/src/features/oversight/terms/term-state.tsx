import type { Instant } from '@tongcheng/shared/time';
import { rangeText } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { type HeldFor, termStateOf } from './term-states';
import { termsTexts } from './terms-texts';

/** Whether something holds now, and from when to when it does. */
export const TermState = ({ term, now }: { readonly term: HeldFor; readonly now: Instant }) => {
  const { say } = useSpeech();
  return (
    <>
      <strong>{say(termsTexts[termStateOf(term, now)])}</strong>
      <p className="hint">{rangeText(term.from, term.to)}</p>
    </>
  );
};
