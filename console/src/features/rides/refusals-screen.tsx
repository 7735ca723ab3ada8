import type { Answer } from '@tongcheng/shared/client';
import { dayOf, formatInstant, type Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { DayField } from '../../ui/day-field';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { modeTexts } from '../../ui/mode-texts';
import { Empty } from '../../ui/placeholders';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { refusalTexts } from './refusal-texts';

type Refusals = Extract<Answer<'rides.list-refusals'>, { readonly ok: true }>['value'];

const Rows = ({ rows }: Pick<Refusals, 'rows'>) => {
  const { say } = useSpeech();
  return (
    <section className="sheet">
      <h2>{say(refusalTexts.byLine)}</h2>
      <table>
        <thead>
          <tr>
            {(['mode', 'line', 'outcome', 'by', 'why'] as const).map((head) => (
              <th key={head} scope="col">
                {say(refusalTexts[head])}
              </th>
            ))}
            <th scope="col" className="number">
              {say(refusalTexts.people)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ mode, line, outcome, by, why, people }) => (
            <tr key={[mode, line?.zh ?? '', outcome, by, why.zh].join('|')} data-outcome={outcome}>
              <td>{say(modeTexts[mode])}</td>
              <td>{line ? say(line) : '—'}</td>
              <td>{say(refusalTexts[outcome])}</td>
              <td>{say(refusalTexts[by])}</td>
              <th scope="row">{say(why)}</th>
              <td className="number">{formatCount(people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const RefusalsView = ({ refusals }: { readonly refusals: Refusals }) => {
  const { say } = useSpeech();
  const { asOf, refused, letOn, rows } = refusals;
  return (
    <>
      <p className="as-of">{say(uiTexts.asOf, { time: formatInstant(asOf) })}</p>
      <dl className="headline">
        <div data-figure="refused">
          <dt>{say(refusalTexts.refusedPeople)}</dt>
          <dd>{formatCount(refused)}</dd>
        </div>
        <div data-figure="let-on">
          <dt>{say(refusalTexts.letOnPeople)}</dt>
          <dd>{formatCount(letOn)}</dd>
        </div>
      </dl>
      {rows.length === 0 ? <Empty text={refusalTexts.empty} /> : <Rows rows={rows} />}
    </>
  );
};

/** W-04, W-32: who was refused and who was let on after all on a day, by line and reason. */
export const RefusalsScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const [day, setDay] = useState('');
  const chosen = day === '' ? {} : { day };
  const query = useQuery((client) => client.call('rides.list-refusals', { city, ...chosen }), `${city} ${day}`);
  return (
    <div data-part="refusals">
      <div className="section-head">
        <h1>{say(refusalTexts.title)}</h1>
        <span className="hint">{say(refusalTexts.about)}</span>
        <DayField label={say(refusalTexts.day)} day={day} today={dayOf(clock())} onChange={setDay} />
      </div>
      <QueryView query={query} lines={8}>
        {(refusals) => <RefusalsView refusals={refusals} />}
      </QueryView>
    </div>
  );
};
