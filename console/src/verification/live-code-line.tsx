import { liveCode, verdictLivesMs } from '@tongcheng/shared/rides/live-code';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useSpeech } from '../ui/language';
import { verifyTexts } from './texts';

/** The six digits that the rider's screen shows at this moment, as long as that verdict is live. */
export const LiveCodeLine = ({ item, at }: { readonly item: FeedScan; readonly at: Instant }) => {
  const { say } = useSpeech();
  if (item.liveKey === undefined || at - item.recordedAt >= verdictLivesMs) return null;
  const code = liveCode(item.liveKey, at);
  return (
    <p className="live-code" data-part="live-code">
      <span>{say(verifyTexts.liveCode)}</span> <strong>{`${code.slice(0, 3)} ${code.slice(3)}`}</strong>
    </p>
  );
};
