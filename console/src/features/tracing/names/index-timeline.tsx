import { formatInstant } from '@tongcheng/shared/time';
import { certainties } from '@tongcheng/shared/tracing/traced-ride';
import type { IndexRide } from '@tongcheng/shared/tracing/wire';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { namesTexts as texts } from '../texts';
import { barIn } from './lanes';
import { rideDoubtTexts, rideInferredTexts, whereText } from './match-words';
import { type TimelineDay, timelineDays } from './timeline-days';

/** The widest first, so that what is proven lies on top. */
const fromWidest = certainties.toReversed();

const RideBars = ({ axis, ride }: { readonly axis: TimelineDay; readonly ride: IndexRide }) => (
  <>
    {fromWidest.map((certainty) => {
      const span = ride[certainty];
      return span && <rect key={certainty} {...barIn(axis, span)} y="3" height="14" className={`bar-${certainty}`} />;
    })}
  </>
);

const DayFigure = ({ axis }: { readonly axis: TimelineDay }) => {
  const { say } = useSpeech();
  return (
    <figure className="lane">
      <figcaption>
        <strong>{axis.day}</strong>
        <span className="lane-times">
          <span>{formatInstant(axis.from, 'MM-DD HH:mm')}</span>
          <span>{formatInstant(axis.to, 'HH:mm')}</span>
        </span>
      </figcaption>
      {axis.lanes.map(({ key, rides }) => (
        <div key={key} className="lane-row" data-lane={key}>
          <span className="lane-name">{whereText(rides[0], say)}</span>
          <svg className="lane-bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            <line x1="0" y1="10" x2="1000" y2="10" />
            {rides.map((ride) => (
              <RideBars key={ride.possible.from} axis={axis} ride={ride} />
            ))}
          </svg>
        </div>
      ))}
    </figure>
  );
};

const RideRow = ({ ride }: { readonly ride: IndexRide }) => {
  const { say } = useSpeech();
  const { from, to } = ride.likely;
  const ends = rideInferredTexts(ride.inferred, say);
  const doubts = rideDoubtTexts(ride, say);
  return (
    <tr data-ride={ride.mode}>
      <td>{ride.day}</td>
      <td className="wrap">{whereText(ride, say)}</td>
      <td>{`${formatInstant(from, 'HH:mm')}–${formatInstant(to, 'HH:mm')}`}</td>
      <td className="wrap">{ends.length === 0 ? '—' : ends.join(' · ')}</td>
      <td className="wrap">{doubts.length === 0 ? '—' : doubts.join(' · ')}</td>
    </tr>
  );
};

/** Where the index rider was: vehicles as lanes, day by day, and the same as a table with the ends that were inferred and what is doubted of the scans. */
export const IndexTimeline = ({ rides }: { readonly rides: readonly IndexRide[] }) => {
  const { say } = useSpeech();
  return (
    <section data-part="timeline" aria-label={say(texts.timeline)}>
      <h3>{say(texts.timeline)}</h3>
      {rides.length === 0 && <Empty text={texts.noRides} />}
      {rides.length > 0 && (
        <>
          <p className="hint">{say(texts.timelineHint)}</p>
          <div className="lanes" aria-hidden="true">
            {timelineDays(rides).map((axis) => (
              <DayFigure key={axis.day} axis={axis} />
            ))}
          </div>
          <div className="scroll">
            <table data-part="index-rides">
              <caption className="visually-hidden">{say(texts.timeline)}</caption>
              <thead>
                <tr>
                  {[texts.day, texts.where, texts.aboard, texts.inferred, texts.flags].map((head) => (
                    <th key={head.en} scope="col">
                      {say(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rides.map((ride) => (
                  <RideRow key={`${ride.placeId} ${ride.possible.from}`} ride={ride} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
};
