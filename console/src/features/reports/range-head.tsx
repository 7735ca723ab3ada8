import type { Day } from '@tongcheng/shared/time';
import { useSpeech } from '../../ui/language';
import { reportTexts } from './texts';

interface Props {
  readonly range: { readonly from: Day; readonly to: Day };
  readonly isLatest: boolean;
  readonly chosen: Day | undefined;
  readonly onMove: (direction: -1 | 1) => void;
  readonly onAllDays: () => void;
}

/** Which days are shown, and the way to others. */
export const RangeHead = ({ range, isLatest, chosen, onMove, onAllDays }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="section-head">
      <h1>{say(reportTexts.title)}</h1>
      <span className="hint">{chosen ?? say(reportTexts.range, range)}</span>
      {chosen !== undefined && (
        <button type="button" className="quiet" onClick={onAllDays}>
          {say(reportTexts.allDays)}
        </button>
      )}
      <span className="section-acts">
        <button type="button" className="quiet" onClick={() => onMove(-1)}>
          {say(reportTexts.earlier)}
        </button>
        <button type="button" className="quiet" disabled={isLatest} onClick={() => onMove(1)}>
          {say(reportTexts.later)}
        </button>
      </span>
    </div>
  );
};
