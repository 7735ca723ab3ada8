import { useSpeech } from './language';
import { uiTexts } from './texts';

interface Props {
  readonly isKept: boolean;
  readonly startAfresh: () => void;
}

/** Says that a form holds what was typed before, and offers an empty one. */
export const DraftNote = ({ isKept, startAfresh }: Props) => {
  const { say } = useSpeech();
  if (!isKept) return null;
  return (
    <p className="notice" role="status" data-part="draft">
      <span>{say(uiTexts.keptDraft)}</span>
      <button type="button" className="quiet small" data-act="start-afresh" onClick={startAfresh}>
        {say(uiTexts.startAfresh)}
      </button>
    </p>
  );
};
