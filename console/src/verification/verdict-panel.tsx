import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { FaceShape } from '../ui/face-shape';
import { useSpeech } from '../ui/language';
import { venueLine } from '../ui/venue-line';
import { decidedFaceOf } from './decided-face';
import type { Stage } from './focus';
import { elapsedText, momentText } from './freshness';
import { LiveBand } from './live-band';
import { LiveCodeLine } from './live-code-line';
import { meaningTexts } from './meaning-texts';
import { PersonLine } from './person-line';
import { staffMark } from './refusal-reasons';
import { StalePanel, WaitingPanel } from './still-panels';
import { verifyTexts } from './texts';

interface Props {
  readonly stage: Stage;
  readonly isStale: boolean;
  readonly venue: VenueView;
  /** The server's time of the moment. */
  readonly at: Instant;
  /** The minute's word, while the screen can be believed. */
  readonly word: Text | undefined;
  readonly behind: number;
}

const Reasons = ({ item }: { readonly item: FeedScan }) => {
  const { say } = useSpeech();
  const [first, ...rest] = item.reasons;
  if (!first) return null;
  return (
    <div className="reasons">
      <p className="reason-to">{say(verifyTexts.tellRider)}</p>
      <p className="reason">{say(first.text)}</p>
      <p className="next-step">
        {[first.next, first.alternative]
          .map((step) => (step ? say(step.text) : ''))
          .filter(Boolean)
          .join(' · ')}
      </p>
      {rest.length > 0 && (
        <details>
          <summary>{say(verifyTexts.moreReasons)}</summary>
          {rest.map((reason) => (
            <p key={reason.code}>{say(reason.text)}</p>
          ))}
        </details>
      )}
    </div>
  );
};

/** The verdict of the last scan, as big as the rider's own screen. What is not live never looks live. */
export const VerdictPanel = ({ stage, isStale, venue, at, word, behind }: Props) => {
  const { say } = useSpeech();
  if (isStale) return <StalePanel stage={stage} at={at} />;
  if (stage.kind === 'waiting') return <WaitingPanel />;
  const { item } = stage;
  const { face, word: shownWord, verdict } = decidedFaceOf(item);
  const mark = staffMark(item);
  const isReasoned = item.decision !== 'admit' && face !== 'let-on' && item.reasons.length > 0;
  const age = elapsedText(at - item.recordedAt);
  const ago = say(verifyTexts.ago, { age: say(age.text, { n: age.n }) });
  const corrected =
    item.correctedFrom === undefined
      ? ''
      : ` (${say(verifyTexts.corrected, { was: say(meaningTexts[item.correctedFrom]) })})`;
  return (
    <section
      className={`panel ${stage.kind === 'now' ? `face-${face}` : 'panel-past'}${isReasoned ? ' panel-reasoned' : ''}`}
      data-part="verdict"
      data-stage={stage.kind}
      // It scrolls where a reason is long: then arrow keys must reach it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus (WCAG 2.1.1)
      tabIndex={0}
      data-face={face}
      data-scan={item.scanId}
    >
      {stage.kind === 'now' && word && <LiveBand word={word} />}
      {stage.kind === 'past' && <p className="panel-flag">{[say(verifyTexts.past), ago].join(' · ')}</p>}
      <FaceShape face={stage.kind === 'now' ? face : 'expired'} />
      <h1 className="word" aria-live="assertive">
        {stage.kind === 'now' ? say(shownWord) : say(verifyTexts.wasThen, { verdict: say(shownWord) })}
      </h1>
      <PersonLine key={item.scanId} item={item} />
      <p className="place">{[say(meaningTexts[item.meaning]) + corrected, venueLine(venue, say)].join(' · ')}</p>
      <p className="moment">{[momentText(item.scannedAt, at), ago].join(' · ')}</p>
      {stage.kind === 'now' && <LiveCodeLine item={item} at={at} />}
      {verdict && <p className="moment">{say(verifyTexts.verdictWas, { verdict: say(verdict) })}</p>}
      {mark && (
        <p className="refusal-mark">
          <span>{say(mark.text, { reason: say(mark.reason) })}</span>
          {item.boarding?.by && <span>{say(verifyTexts.decidedBy, { name: item.boarding.by.name })}</span>}
        </p>
      )}
      {isReasoned && <Reasons item={item} />}
      {behind > 0 && <p className="behind">{say(verifyTexts.behind, { count: behind })}</p>}
    </section>
  );
};
