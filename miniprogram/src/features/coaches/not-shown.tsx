import type { ArrivedFailure } from '@tongcheng/shared/client';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';
import { manualTexts } from './texts/manual-texts';
import { isDeadCode } from './use-departure-news';

interface NotShownProps {
  readonly failure: ArrivedFailure<string> | undefined;
  /** This phone registered somebody by the code. */
  readonly isOwn: boolean;
  readonly onRetry: () => void;
  readonly onScan: () => void;
  readonly onManual: () => void;
}

/** A code that leads nowhere, or a coach that cannot be asked for now: whoever registered before is not frightened by it. */
export function NotShown({ failure, isOwn, onRetry, onScan, onManual }: NotShownProps) {
  const say = useSay();
  const isAway = failure?.retry === 'later';
  const { title, words } = wordsOf(failure, isOwn);
  const reason = failure ? say(failure) : '';
  return (
    <Empty icon="warn" title={say(title)} words={words ? say(words, { reason }) : reason}>
      {isAway && <Button onPress={onRetry}>{say(departureTexts.retry)}</Button>}
      <Button id="scan-again" icon="scan" variant={isAway ? 'plain' : 'main'} onPress={onScan}>
        {say(departureTexts.scanAgain)}
      </Button>
      <Button variant="link" icon="guide" onPress={onManual}>
        {say(manualTexts.open)}
      </Button>
    </Empty>
  );
}

/** Title and words; without words the reason that the service gave. */
function wordsOf(failure: NotShownProps['failure'], isOwn: boolean) {
  if (failure?.retry === 'later') return { title: departureTexts.awayTitle, words: departureTexts.awayWords };
  if (!isOwn || !failure || !isDeadCode(failure.code)) return { title: departureTexts.troubleTitle };
  if (failure.code === 'departure-cancelled')
    return { title: departureTexts.cancelledTitle, words: departureTexts.endedCancelled };
  const title = departureTexts.endedTitle;
  return failure.code === 'departure-arrived' ? { title, words: departureTexts.endedArrivedWords } : { title };
}
