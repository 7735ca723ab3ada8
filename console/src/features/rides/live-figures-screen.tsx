import type { Answer } from '@tongcheng/shared/client';
import { dayOf, formatInstant, type Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { DayField } from '../../ui/day-field';
import { FaceShape } from '../../ui/face-shape';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { modeTexts } from '../../ui/mode-texts';
import { Empty } from '../../ui/placeholders';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { HourBars } from './hour-bars';
import { HourTable } from './hour-table';
import { ShareTable } from './share-table';
import { liveTexts } from './texts';

/** When the figures beside it were true, with the time zone. */
const AsOf = ({ at }: { readonly at: Instant }) => {
  const { say } = useSpeech();
  return <p className="as-of">{say(uiTexts.asOf, { time: formatInstant(at) })}</p>;
};

const renewMs = 10_000;

type Figures = Extract<Answer<'rides.live-figures'>, { readonly ok: true }>['value'];

const FiguresView = ({ figures }: { readonly figures: Figures }) => {
  const { say } = useSpeech();
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
  const modes = figures.byMode.map(({ mode, scans }) => ({ key: mode, count: scans, name: say(modeTexts[mode]) }));
  return (
    <>
      <AsOf at={figures.asOf} />
      <dl className="headline">
        <div data-figure="scans">
          <dt>{say(liveTexts.scans)}</dt>
          <dd>{formatCount(figures.scans)}</dd>
        </div>
        <div data-figure="last-minute">
          <dt>{say(liveTexts.lastMinute)}</dt>
          <dd>{formatCount(figures.lastMinute)}</dd>
        </div>
        <div data-figure="refused">
          <dt>{say(liveTexts.refusedPeople)}</dt>
          <dd>{formatCount(figures.refused)}</dd>
        </div>
        {figures.leftOut > 0 && (
          <div data-figure="left-out">
            <dt>{say(liveTexts.leftOut)}</dt>
            <dd>{formatCount(figures.leftOut)}</dd>
          </div>
        )}
        {figures.letOn > 0 && (
          <div data-figure="let-on">
            <dt>{say(liveTexts.letOnPeople)}</dt>
            <dd>{formatCount(figures.letOn)}</dd>
          </div>
        )}
      </dl>
      {figures.scans === 0 && <Empty text={liveTexts.empty} />}
      <div className="two-columns">
        <ShareTable title={say(liveTexts.byDecision)} head={say(liveTexts.decision)} rows={decisions} />
        <ShareTable title={say(liveTexts.byMode)} head={say(liveTexts.mode)} rows={modes} />
      </div>
      <section className="sheet">
        <h2>{say(liveTexts.byHour)}</h2>
        <HourBars byHour={figures.byHour} />
        <HourTable byHour={figures.byHour} />
      </section>
    </>
  );
};

/** Live counts of a day by verdict, mode and hour, each with the time it was true. */
export const LiveFiguresScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const [day, setDay] = useState('');
  const chosen = day === '' ? {} : { day };
  const query = useQuery((client) => client.call('rides.live-figures', { city, ...chosen }), `${city} ${day}`, renewMs);
  return (
    <div data-part="live">
      <div className="section-head">
        <h1>{say(liveTexts.title)}</h1>
        <span className="hint">{say(liveTexts.renews)}</span>
        <DayField label={say(liveTexts.day)} day={day} today={dayOf(clock())} onChange={setDay} />
      </div>
      <QueryView query={query} lines={10}>
        {(figures) => <FiguresView figures={figures} />}
      </QueryView>
    </div>
  );
};
