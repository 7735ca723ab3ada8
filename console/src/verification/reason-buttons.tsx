import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from '../ui/language';

interface Props<R extends string> {
  readonly reasons: readonly R[];
  readonly words: Readonly<Record<R, Text>>;
  /** The one that stands out. */
  readonly likely?: R | undefined;
  readonly disabled: boolean;
  readonly onChoose: (reason: R) => void;
}

/** Reasons to choose from, one press each, with the digit that chooses it. */
export const ReasonButtons = <R extends string>({ reasons, words, likely, disabled, onChoose }: Props<R>) => {
  const { say } = useSpeech();
  return (
    <div className="reason-buttons">
      {reasons.map((reason, index) => (
        <button
          key={reason}
          type="button"
          className={reason === likely ? 'reason-button likely' : 'reason-button'}
          data-reason={reason}
          data-first={index === 0 ? '' : undefined}
          disabled={disabled}
          onClick={() => onChoose(reason)}
        >
          <kbd>{index + 1}</kbd>
          <span>{say(words[reason])}</span>
        </button>
      ))}
    </div>
  );
};
