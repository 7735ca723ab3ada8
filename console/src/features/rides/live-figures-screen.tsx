import { addDays, dayOf, formatInstant, type Instant } from '@tongcheng/shared/time';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { DayField } from '../../ui/day-field';
import { FaceShape } from '../../ui/face-shape';
import { useSpeech } from '../../ui/language';
import { Empty } from '../../ui/placeholders';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { DayHeadline } from './day-headline';
import { HourChart } from './hour-chart';
import { LineLoadPart } from './line-load-part';
import type { DayFigures } from './live-figures';
import { ModeChart } from './mode-chart';
import { ShareTable } from './share-table';
import { liveTexts } from './texts';

const renewMs = 10_000;

const FiguresView = ({ figures }: { readonly figures: DayFigures }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const weekBefore = addDays(figures.day, -7);
  const query = useQuery(
    (client) => client.call('rides.live-figures', { city, day: weekBefore }),
    `${city} ${weekBefore}`,
  );
  const compared = { figures, before: query.value };
  const decisions = figures.byDecision.map(({ decision, scans }) => ({
    key: decision,
    count: scans,
    name: (
      <span className="face-name">
        <FaceShape face={decision} />
        <span>{say(liveTexts[decision])}</span>
      </span>
    ),
  }));
  return (
    <>
      <p className="as-of">{say(uiTexts.asOf, { time: formatInstant(figures.asOf) })}</p>
      <DayHeadline figures={figures} />
      {figures.scans === 0 && <Empty text={liveTexts.empty} />}
      <HourChart {...compared} />
      <div className="two-columns">
        <ModeChart {...compared} />
        <ShareTable title={say(liveTexts.byDecision)} head={say(liveTexts.decision)} rows={decisions} />
      </div>
    </>
  );
};

/** Live counts of a day by hour, mode and verdict, each with the time it was true, beside the same weekday a week before. */
export const LiveFiguresScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const { read, write } = useAddressState('live', ['day']);
  const day = read('day') ?? '';
  const chosen = day === '' ? {} : { day };
  const query = useQuery((client) => client.call('rides.live-figures', { city, ...chosen }), `${city} ${day}`, renewMs);
  return (
    <div data-part="live">
      <div className="section-head">
        <h1>{say(liveTexts.title)}</h1>
        <span className="hint">{say(liveTexts.renews)}</span>
        <DayField
          label={say(liveTexts.day)}
          day={day}
          today={dayOf(clock())}
          onChange={(next) => write({ day: next === dayOf(clock()) ? undefined : next })}
        />
      </div>
      <QueryView query={query} lines={10}>
        {(figures) => <FiguresView figures={figures} />}
      </QueryView>
      <LineLoadPart day={day} />
    </div>
  );
};
