import type { RidershipRow } from '@tongcheng/shared/publications/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useQuery } from '../client/use-query';
import { ChoiceField } from '../ui/choice-field';
import { formatCount } from '../ui/format';
import { useSpeech } from '../ui/language';
import { modeTexts } from '../ui/mode-texts';
import { QueryView } from '../ui/query-view';
import { TextField } from '../ui/text-field';
import { figuresCsv, fileAddress } from './figures-file';
import { publishedTexts } from './published-texts';

type Level = 'line' | 'hour' | 'stop';
const levels = [
  { value: 'line', text: publishedTexts.byLine },
  { value: 'hour', text: publishedTexts.byHour },
  { value: 'stop', text: publishedTexts.byStop },
] as const;

/** How far down a row is told: the city, a mode, a line, an hour, a stop. A rest stands one below what it is the rest of. */
const depthOf = ({ mode, line, hour, stop, rest }: RidershipRow): number =>
  [mode, line, hour, stop].filter((part) => part !== undefined).length + (rest ? 1 : 0);
const deepest: Readonly<Record<Level, number>> = { line: 2, hour: 3, stop: 4 };

/** What a reader types against what a row is called. */
const isFound = (row: RidershipRow, search: string): boolean =>
  search === '' ||
  depthOf(row) < 2 ||
  [row.line, row.lineName?.zh, row.lineName?.en, row.stopName?.zh, row.stopName?.en].some((name) =>
    name?.toLowerCase().includes(search.toLowerCase()),
  );

interface RowProps {
  readonly row: RidershipRow;
  readonly most: number;
  readonly level: Level;
}

const FigureRow = ({ row, most, level }: RowProps) => {
  const { say } = useSpeech();
  const depth = depthOf(row);
  const line = row.line === '' ? say(publishedTexts.noLine) : row.lineName ? say(row.lineName) : row.line;
  const stop = row.stopName ? say(row.stopName) : row.stop;
  const rest = say(publishedTexts.rest);
  return (
    <tr data-depth={depth}>
      <th scope="row">{row.mode ? say(modeTexts[row.mode]) : row.rest ? rest : say(publishedTexts.whole)}</th>
      <td>{row.rest && depth === 2 ? rest : line}</td>
      {level !== 'line' && (
        <td>{row.rest && depth === 3 ? rest : row.hour === undefined ? '' : `${row.hour}:00–${row.hour + 1}:00`}</td>
      )}
      {level === 'stop' && <td>{row.rest && depth === 4 ? rest : stop}</td>}
      <td className="number">
        <meter min={0} max={most} value={row.boardings} aria-hidden="true" />
        <span>{formatCount(row.boardings)}</span>
      </td>
    </tr>
  );
};

/** So many rows at first: a city has hundreds of lines, and whoever wants one types its name. */
const firstRows = 40;

const FigureTable = ({ rows, level, most }: Omit<RowProps, 'row'> & { readonly rows: readonly RidershipRow[] }) => {
  const { say } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say(publishedTexts.ridership)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(publishedTexts.mode)}</th>
            <th scope="col">{say(publishedTexts.line)}</th>
            {level !== 'line' && <th scope="col">{say(publishedTexts.hour)}</th>}
            {level === 'stop' && <th scope="col">{say(publishedTexts.stop)}</th>}
            <th scope="col" className="number">
              {say(publishedTexts.boardings)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FigureRow key={JSON.stringify(row)} row={row} most={most} level={level} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Figures = ({ rows }: { readonly rows: readonly RidershipRow[] }) => {
  const { say } = useSpeech();
  const [level, setLevel] = useState<Level>('line');
  const [search, setSearch] = useState('');
  const [isWhole, setWhole] = useState(false);
  const found = rows.filter((row) => depthOf(row) <= deepest[level] && isFound(row, search.trim()));
  const shown = isWhole ? found : found.slice(0, firstRows);
  return (
    <>
      <div className="published-bar">
        <ChoiceField
          label={say(publishedTexts.level)}
          name="level"
          noHint="narrows"
          value={level}
          choices={levels.map(({ value, text }) => ({ value, label: say(text) }))}
          onChange={setLevel}
        />
        <TextField
          label={say(publishedTexts.search)}
          name="search"
          value={search}
          onChange={setSearch}
          noHint="narrows"
          optional
        />
      </div>
      <FigureTable rows={shown} level={level} most={rows[0]?.boardings ?? 0} />
      {shown.length < found.length && (
        <button type="button" onClick={() => setWhole(true)}>
          {say(publishedTexts.showAll, { count: found.length })}
        </button>
      )}
    </>
  );
};

/** Boardings of a day, by line at first, with the whole of it as a file. */
export const Ridership = ({ city }: { readonly city: string }) => {
  const { say } = useSpeech();
  const [day, setDay] = useState<string>();
  const query = useQuery(
    (client) => client.call('publications.ridership', { city, ...(day !== undefined && { day }) }),
    `ridership ${city} ${day ?? ''}`,
  );
  return (
    <section className="published-part">
      <h2>{say(publishedTexts.ridership)}</h2>
      <QueryView query={query}>
        {({ days, figures }) =>
          figures ? (
            <>
              <p>
                {say(publishedTexts.ridershipAbout, {
                  at: formatInstant(figures.publishedAt, 'YYYY-MM-DD HH:mm'),
                  count: figures.smallestCell,
                })}
              </p>
              <div className="published-bar">
                <ChoiceField
                  label={say(publishedTexts.day)}
                  name="day"
                  noHint="narrows"
                  value={figures.day}
                  choices={days.map((each) => ({ value: each, label: each }))}
                  onChange={setDay}
                />
                <a
                  className="button"
                  download={`ridership-${city}-${figures.day}.csv`}
                  href={fileAddress('text/csv', figuresCsv(figures.day, figures.rows))}
                >
                  {say(publishedTexts.csv)}
                </a>
                <a
                  className="button"
                  download={`ridership-${city}-${figures.day}.json`}
                  href={fileAddress('application/json', JSON.stringify({ city, ...figures }, null, 2))}
                >
                  {say(publishedTexts.json)}
                </a>
              </div>
              {figures.rows.length === 0 && <p className="empty">{say(publishedTexts.tooFew)}</p>}
              {figures.rows.length > 0 && <Figures rows={figures.rows} />}
            </>
          ) : (
            <p className="empty">{say(publishedTexts.none)}</p>
          )
        }
      </QueryView>
    </section>
  );
};
