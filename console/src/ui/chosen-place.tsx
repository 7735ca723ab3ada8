import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from './language';

interface Props {
  readonly part: string;
  readonly label: Text;
  /** The place as people say it. */
  readonly place: string;
  /** What takes the choice back, in words. */
  readonly otherwise: Text;
  readonly act: string;
  readonly onOtherwise: () => void;
}

/** A place that was chosen, and the button that takes the choice back. */
export const ChosenPlace = ({ part, label, place, otherwise, act, onOtherwise }: Props) => {
  const { say } = useSpeech();
  return (
    <p className="chosen-place" data-part={part}>
      <span>{say(label)}</span>
      <strong>{place}</strong>
      <button type="button" className="quiet small" data-act={act} onClick={onOtherwise}>
        {say(otherwise)}
      </button>
    </p>
  );
};
