import { useSpeech } from '../../ui/language';
import { appealSectionTexts } from './texts';
import type { QueueState } from './use-appeals';

const states = ['waiting', 'answered'] as const;

interface Props {
  readonly state: QueueState;
  readonly waiting: number;
  readonly overdue: number;
  readonly onState: (state: QueueState) => void;
}

/** Which part of the queue is shown, how many wait and how many are past their time. */
export const AppealsHead = ({ state, waiting, overdue, onState }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="section-head">
      <h1>{say(appealSectionTexts.title)}</h1>
      {states.map((known) => (
        <button
          key={known}
          type="button"
          className={known === state ? 'primary' : 'quiet'}
          aria-pressed={known === state}
          data-state={known}
          onClick={() => onState(known)}
        >
          {known === 'waiting'
            ? say(appealSectionTexts.waitingTab, { n: waiting })
            : say(appealSectionTexts.answeredTab)}
        </button>
      ))}
      {overdue > 0 && <mark data-part="overdue">{say(appealSectionTexts.overdueCount, { n: overdue })}</mark>}
    </div>
  );
};
