import { formatInstant } from '@tongcheng/shared/time';
import { useSpeech } from '../ui/language';
import type { Feed } from './feed';
import type { Freshness } from './freshness';
import { verifyTexts } from './texts';

const words = {
  starting: verifyTexts.starting,
  live: verifyTexts.live,
  retrying: verifyTexts.retrying,
  stale: verifyTexts.retrying,
} as const;

/** Says whether what is shown is live, and of when it is. */
export const StatusLine = ({ feed, freshness }: { readonly feed: Feed; readonly freshness: Freshness }) => {
  const { say } = useSpeech();
  const time =
    feed.answeredAt === undefined ? say(verifyTexts.never) : formatInstant(feed.answeredAt + feed.offsetMs, 'HH:mm:ss');
  const isLost = freshness === 'retrying' || freshness === 'stale';
  return (
    <p
      className={isLost ? 'status-line lost' : 'status-line'}
      data-part="status"
      data-freshness={freshness}
      role="status"
    >
      {say(words[freshness], { time })}
    </p>
  );
};
