import { addDays, type Day, dayOf, formatInstant, type Instant } from '@tongcheng/shared/time';
import { useOfficial } from '../../client/official-context';
import { DayRange } from '../../kit/day-range';
import { KitProvider } from '../../kit/kit-provider';
import { WorkProgress } from '../../kit/work-progress';
import { FailureNotice } from '../../ui/failure-notice';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { Skeleton } from '../../ui/placeholders';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import type { Refusals } from './live-figures';
import { RefusalChart } from './refusal-chart';
import { RefusalTable } from './refusal-table';
import { refusalTexts } from './refusal-texts';
import { useRefusalDays } from './use-refusal-days';

const mostDays = 31;

/** The days of a range, the last one first; none where nothing is chosen. */
const daysOf = (from: Day | undefined, to: Day | undefined): readonly Day[] => {
  if (from === undefined || to === undefined) return [];
  const days = [to];
  for (let day = addDays(to, -1); day >= from && days.length < mostDays; day = addDays(day, -1)) days.push(day);
  return days;
};

const RefusalsView = ({ lists }: { readonly lists: readonly Refusals[] }) => {
  const { say } = useSpeech();
  const sum = (count: (list: Refusals) => number) => formatCount(lists.reduce((total, list) => total + count(list), 0));
  const asOf = Math.max(...lists.map((list) => list.asOf));
  return (
    <>
      <p className="as-of">{say(uiTexts.asOf, { time: formatInstant(asOf) })}</p>
      <dl className="headline">
        <div data-figure="refused">
          <dt>{say(refusalTexts.refusedPeople)}</dt>
          <dd>{sum(({ refused }) => refused)}</dd>
        </div>
        <div data-figure="let-on">
          <dt>{say(refusalTexts.letOnPeople)}</dt>
          <dd>{sum(({ letOn }) => letOn)}</dd>
        </div>
      </dl>
      {lists.length > 1 && <RefusalChart lists={lists} />}
      <section className="sheet">
        <h2>{say(refusalTexts.byLine)}</h2>
        <RefusalTable lists={lists} />
      </section>
    </>
  );
};

const RefusalDays = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const { read, write } = useAddressState('refusals', ['from', 'to']);
  const today = dayOf(clock());
  const days = daysOf(read('from'), read('to'));
  const { lists, failure, isOver, stop, again } = useRefusalDays(city, days);
  return (
    <div data-part="refusals-screen">
      <div className="section-head">
        <h1>{say(refusalTexts.title)}</h1>
        <span className="hint">{say(refusalTexts.about)}</span>
        <DayRange
          label={say(refusalTexts.day)}
          from={read('from') ?? lists[0]?.day ?? today}
          to={read('to') ?? lists[0]?.day ?? today}
          today={today}
          most={mostDays}
          onRange={(from, to) => write({ from, to })}
        />
      </div>
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {!isOver && days.length > 1 && (
        <WorkProgress
          words={say(refusalTexts.loading, { done: lists.length, of: days.length })}
          done={lists.length}
          of={days.length}
          onStop={stop}
        />
      )}
      {isOver && !failure && lists.length < days.length && (
        <p className="notice" role="status">
          {say(refusalTexts.stopped, { done: lists.length, of: days.length })}
        </p>
      )}
      {lists.length > 0 ? <RefusalsView lists={lists} /> : !isOver && <Skeleton lines={8} />}
    </div>
  );
};

/** W-04, W-32: who was refused and who was let on after all, by day, line and reason. */
export const RefusalsScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <RefusalDays clock={clock} />
  </KitProvider>
);
