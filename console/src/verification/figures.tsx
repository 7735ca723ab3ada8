import type { Text } from '@tongcheng/shared/text';
import type { Face } from '../ui/face';
import { FaceShape } from '../ui/face-shape';
import { useSpeech } from '../ui/language';
import type { FeedAnswer } from './feed';
import { verifyTexts } from './texts';

const rows = [
  { decision: 'admit', label: verifyTexts.admitted },
  { decision: 'refer', label: verifyTexts.referred },
  { decision: 'refuse', label: verifyTexts.refused },
] as const satisfies readonly { readonly decision: Face; readonly label: Text }[];

/** Today's counts at this venue by decision, and how many are aboard. */
export const Figures = ({ last }: { readonly last: Omit<FeedAnswer, 'items'> }) => {
  const { say } = useSpeech();
  return (
    <dl className="figures" aria-label={say(verifyTexts.today)}>
      {rows.map(({ decision, label }) => (
        <div key={decision} data-count={decision}>
          <dt>
            <FaceShape face={decision} />
            <span>{say(label)}</span>
          </dt>
          <dd>{last.counts[decision]}</dd>
        </div>
      ))}
      {last.counts.letOn > 0 && (
        <div data-count="let-on">
          <dt>{say(verifyTexts.letOnCount)}</dt>
          <dd>{last.counts.letOn}</dd>
        </div>
      )}
      {last.counts.leftOut !== undefined && (
        <div data-count="left-out">
          <dt>{say(verifyTexts.leftOut)}</dt>
          <dd>{last.counts.leftOut}</dd>
        </div>
      )}
      {last.aboard !== undefined && (
        <div className="figure-aboard" data-count="aboard">
          <dt>{say(verifyTexts.aboard)}</dt>
          <dd>{last.aboard}</dd>
        </div>
      )}
    </dl>
  );
};
