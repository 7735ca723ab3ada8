import { formatInstant } from '@tongcheng/shared/time';
import { certainties } from '@tongcheng/shared/tracing/traced-ride';
import { useSpeech } from '../../../ui/language';
import { certaintyMeaningTexts, certaintyTexts } from '../meaning-texts';
import { namesTexts as texts } from '../texts';
import { barIn, type Lane, lanesOf } from './lanes';
import type { MatchRow } from './match-rows';
import { whereText } from './match-words';

/** So many spans of a vehicle are drawn; the table has them all. */
const mostBars = 30;

const Bar = ({ lane, row }: { readonly lane: Lane; readonly row: MatchRow }) => (
  <svg className="lane-bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
    <line x1="0" y1="10" x2="1000" y2="10" />
    <rect {...barIn(lane, row.match)} y="3" height="14" className={`bar-${row.match.certainty}`} />
  </svg>
);

const LaneFigure = ({ lane }: { readonly lane: Lane }) => {
  const { say } = useSpeech();
  const { rows, from, to } = lane;
  const rest = rows.length - mostBars;
  return (
    <figure className="lane">
      <figcaption>
        <strong>{whereText(rows[0].match, say)}</strong>
        <span className="lane-times">
          <span>{formatInstant(from, 'MM-DD HH:mm')}</span>
          <span>{formatInstant(to, 'HH:mm')}</span>
        </span>
      </figcaption>
      {rows.slice(0, mostBars).map((row) => (
        <div key={row.key} className="lane-row">
          <span className="lane-name">{`${row.number}. ${row.person?.name ?? say(texts.unnamed)}`}</span>
          <Bar lane={lane} row={row} />
        </div>
      ))}
      {rest > 0 && <p className="hint">{say(texts.moreBars, { n: rest })}</p>}
    </figure>
  );
};

const Legend = () => {
  const { say } = useSpeech();
  return (
    <ul className="lane-legend">
      {certainties.map((certainty) => (
        <li key={certainty}>
          <svg viewBox="0 0 40 20" aria-hidden="true">
            <rect x="2" y="3" width="36" height="14" className={`bar-${certainty}`} />
          </svg>
          <span>{`${say(certaintyTexts[certainty])}: ${say(certaintyMeaningTexts[certainty])}`}</span>
        </li>
      ))}
    </ul>
  );
};

/** Vehicles as lanes with the time that each rider shared with the index rider. Certainty is told by form, and the table has all of it. */
export const LanePicture = ({ rows }: { readonly rows: readonly MatchRow[] }) => {
  const { say } = useSpeech();
  const lanes = lanesOf(rows);
  return (
    <section data-part="lanes" aria-label={say(texts.picture)}>
      <h3>{say(texts.picture)}</h3>
      <p className="visually-hidden">{say(texts.pictureSummary, { lanes: lanes.length, n: rows.length })}</p>
      <Legend />
      <div className="lanes" aria-hidden="true">
        {lanes.map((lane) => (
          <LaneFigure key={lane.key} lane={lane} />
        ))}
      </div>
    </section>
  );
};
