import type { Instant } from '@tongcheng/shared/time';
import { useSpeech } from '../ui/language';
import { decidedFaceOf } from './decided-face';
import type { Stage } from './focus';
import { momentText } from './freshness';
import { verifyTexts } from './texts';

/** Nobody before the screen: it waits. */
export const WaitingPanel = () => {
  const { say } = useSpeech();
  return (
    <section className="panel panel-waiting" data-part="verdict" data-stage="waiting">
      <svg className="frame" viewBox="0 0 100 100" aria-hidden="true">
        <path d="M8 30V8h22M70 8h22v22M92 70v22H70M30 92H8V70" />
      </svg>
      <h1 className="word">{say(verifyTexts.waiting)}</h1>
      <p className="place">{say(verifyTexts.waitingHint)}</p>
    </section>
  );
};

/** Ten seconds without an answer: the former verdict is small, grey and named as not live. */
export const StalePanel = ({ stage, at }: { readonly stage: Stage; readonly at: Instant }) => {
  const { say } = useSpeech();
  return (
    <section className="panel panel-stale" data-part="verdict" data-stage="stale">
      <h1 className="word" aria-live="assertive">
        {say(verifyTexts.stale)}
      </h1>
      <p className="place">{say(verifyTexts.staleHint)}</p>
      {stage.kind !== 'waiting' && (
        <p className="moment">
          {[
            say(verifyTexts.wasThen, { verdict: say(decidedFaceOf(stage.item).word) }),
            stage.item.maskedName ?? say(verifyTexts.nameless),
            momentText(stage.item.scannedAt, at),
          ].join(' · ')}
        </p>
      )}
    </section>
  );
};
