import type { Text } from '@tongcheng/shared/text';
import { failureAtDesk } from './desk-failure-texts';
import { useSpeech } from './language';
import { uiTexts } from './texts';

/** A `ref` of what answers an act: where a small screen has it beyond its edge or under the buttons, it is brought into view as it comes. */
export const intoView = (element: Element | null): void => element?.scrollIntoView?.({ block: 'nearest' });

interface Props {
  readonly failure: Text & { readonly code: string };
  readonly onAgain?: (() => void) | undefined;
  /** It answers what was just sent, so it is brought into view. */
  readonly answers?: boolean;
}

/** A refusal in the words of its answer, and the way on. */
export const FailureNotice = ({ failure, onAgain, answers = false }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="notice" role="alert" data-failure={failure.code} ref={answers ? intoView : null}>
      <p>{say(failureAtDesk(failure))}</p>
      {onAgain && (
        <button type="button" className="quiet" onClick={onAgain}>
          {say(uiTexts.again)}
        </button>
      )}
    </div>
  );
};
