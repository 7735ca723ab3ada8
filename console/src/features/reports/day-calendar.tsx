import type { Day } from '@tongcheng/shared/time';
import { useSpeech } from '../../ui/language';
import { calendarTexts, type DayMark, dayStates, dayStateTexts, weekdayOf } from './day-states';
import { StateDot } from './state-dot';
import { reportTexts } from './texts';

interface Props {
  readonly marks: readonly DayMark[];
  readonly chosen: Day | undefined;
  readonly onChoose: (day: Day | undefined) => void;
}

const DayButton = ({ mark, isChosen, onChoose }: { mark: DayMark; isChosen: boolean; onChoose: () => void }) => {
  const { say } = useSpeech();
  const state = say(dayStateTexts[mark.state]) + (mark.hasSupplement ? ` · ${say(calendarTexts.withSupplement)}` : '');
  return (
    <button
      type="button"
      className={`day weekday-${weekdayOf(mark.day)}`}
      data-day={mark.day}
      data-state={mark.state}
      aria-pressed={isChosen}
      aria-label={`${mark.day} ${state}`}
      title={state}
      onClick={onChoose}
    >
      <span>{mark.day.slice(8) === '01' ? mark.day.slice(5) : mark.day.slice(8)}</span>
      <StateDot state={mark.state} />
      {mark.hasSupplement && <span className="plus">+</span>}
    </button>
  );
};

/** How deliveries stand, one dot a day; a day chosen narrows the tables to it. */
export const DayCalendar = ({ marks, chosen, onChoose }: Props) => {
  const { say } = useSpeech();
  return (
    <section className="sheet calendar-sheet" aria-label={say(reportTexts.calendar)}>
      <div className="calendar">
        {say(calendarTexts.weekdays)
          .split(' ')
          .map((weekday) => (
            <span key={weekday} className="weekday" aria-hidden="true">
              {weekday}
            </span>
          ))}
        {marks.map((mark) => (
          <DayButton
            key={mark.day}
            mark={mark}
            isChosen={mark.day === chosen}
            onChoose={() => onChoose(mark.day === chosen ? undefined : mark.day)}
          />
        ))}
      </div>
      <ul className="legend">
        {dayStates.map((state) => (
          <li key={state}>
            <StateDot state={state} />
            <span>{say(dayStateTexts[state])}</span>
          </li>
        ))}
        <li>
          <span className="plus">+</span>
          <span>{say(calendarTexts.withSupplement)}</span>
        </li>
      </ul>
    </section>
  );
};
