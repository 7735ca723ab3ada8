import { guideTexts } from '../ui/guide-texts';
import { useSpeech } from '../ui/language';

/** A quiet question mark that opens and closes the guide. */
export const GuideButton = ({ isOpen, onTouch }: { readonly isOpen: boolean; readonly onTouch: () => void }) => {
  const { say } = useSpeech();
  return (
    <button
      type="button"
      className="quiet guide-button"
      data-part="guide-button"
      aria-label={say(guideTexts.title)}
      aria-expanded={isOpen}
      title={say(guideTexts.title)}
      onClick={onTouch}
    >
      ?
    </button>
  );
};
