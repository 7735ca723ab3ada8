import type { Text } from '@tongcheng/shared/text';
import { failureAtDesk } from './desk-failure-texts';
import { useSpeech } from './language';
import { uiTexts } from './texts';

interface Props {
  readonly failure: Text & { readonly code: string };
  readonly onAgain?: (() => void) | undefined;
}

/** A refusal in the words of its answer, and the way on. */
export const FailureNotice = ({ failure, onAgain }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="notice" role="alert" data-failure={failure.code}>
      <p>{say(failureAtDesk(failure))}</p>
      {onAgain && (
        <button type="button" className="quiet" onClick={onAgain}>
          {say(uiTexts.again)}
        </button>
      )}
    </div>
  );
};
