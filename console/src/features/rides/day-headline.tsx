import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import type { DayFigures } from './live-figures';
import { liveTexts } from './texts';

/** The sums of the day, each once. What there is none of may be left away. */
export const DayHeadline = ({ figures }: { readonly figures: DayFigures }) => {
  const { say } = useSpeech();
  const { scans, lastMinute, refused, leftOut, letOn } = figures;
  const shown = [
    ['scans', liveTexts.scans, scans],
    ['last-minute', liveTexts.lastMinute, lastMinute],
    ['refused', liveTexts.refusedPeople, refused],
    ...(leftOut > 0 ? [['left-out', liveTexts.leftOut, leftOut] as const] : []),
    ...(letOn > 0 ? [['let-on', liveTexts.letOnPeople, letOn] as const] : []),
  ] as const;
  return (
    <dl className="headline">
      {shown.map(([figure, name, count]) => (
        <div key={figure} data-figure={figure}>
          <dt>{say(name)}</dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
};
