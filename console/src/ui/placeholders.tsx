import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from './language';
import { uiTexts } from './texts';

/** Holds the place of lines that are being read. */
export const Skeleton = ({ lines = 4 }: { readonly lines?: number }) => {
  const { say } = useSpeech();
  const numbered = Array.from({ length: lines }, (_, index) => index);
  return (
    <div className="skeleton" role="status" aria-label={say(uiTexts.loading)}>
      {numbered.map((line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
};

/** Says what will be here, and when. */
export const Empty = ({ text }: { readonly text: Text }) => {
  const { say } = useSpeech();
  return <p className="empty">{say(text)}</p>;
};
