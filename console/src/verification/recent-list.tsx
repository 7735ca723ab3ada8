import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import { FaceShape } from '../ui/face-shape';
import { useSpeech } from '../ui/language';
import { decidedFaceOf } from './decided-face';
import { momentText } from './freshness';
import { flagTexts, meaningTexts } from './meaning-texts';
import { staffMark } from './refusal-reasons';
import { verifyTexts } from './texts';

const shown = 5;

interface LineProps extends Pick<Props, 'at'> {
  readonly item: FeedScan;
  readonly onPick: () => void;
}

const Line = ({ item, at, onPick }: LineProps) => {
  const { say } = useSpeech();
  const { face, word } = decidedFaceOf(item);
  const mark = staffMark(item);
  const remark = mark
    ? say(mark.text, { reason: say(mark.reason) })
    : item.flags.map((flag) => say(flagTexts[flag])).join(' · ');
  return (
    <li>
      <button
        type="button"
        className="recent"
        data-part="feed-scan"
        data-scan={item.scanId}
        data-face={face}
        onClick={onPick}
      >
        <FaceShape face={face} />
        <span className="recent-who">
          <strong>{item.maskedName ?? say(verifyTexts.nameless)}</strong>
          <span>{[say(word), say(meaningTexts[item.meaning])].join(' · ')}</span>
          {remark !== '' && <span className="recent-remark">{remark}</span>}
        </span>
        <time>{momentText(item.scannedAt, at)}</time>
      </button>
    </li>
  );
};

interface Props {
  readonly items: readonly FeedScan[];
  /** The server's time of the moment. */
  readonly at: Instant;
  readonly onPick: (scanId: string) => void;
}

/** The last five scans with their shapes; touching one shows it large. */
export const RecentList = ({ items, at, onPick }: Props) => {
  const { say } = useSpeech();
  return (
    <section className="recents" aria-label={say(verifyTexts.lastFive)}>
      <h2>{say(verifyTexts.lastFive)}</h2>
      {items.length === 0 && <p className="empty">{say(verifyTexts.noneYet)}</p>}
      <ol>
        {items.slice(0, shown).map((item) => (
          <Line key={item.scanId} item={item} at={at} onPick={() => onPick(item.scanId)} />
        ))}
      </ol>
    </section>
  );
};
