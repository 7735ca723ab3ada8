import type { Text } from '@tongcheng/shared/text';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { FailureNotice } from './failure-notice';
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

/** A part that could not be fetched: the way on is the page anew, which also brings what was released since it was opened. */
const Missing = () => (
  <FailureNotice failure={{ code: 'part-missing', ...uiTexts.partMissing }} onAgain={() => location.reload()} />
);

/** A screen whose files are fetched when it is first opened; put a `Suspense` around it. */
export const opensLater = <P,>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await load().catch(() => Missing) }));
