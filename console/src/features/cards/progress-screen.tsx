import { formatInstant, type Instant } from '@tongcheng/shared/time';
import Select from 'antd/es/select';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { DaysHead, useShownDays } from '../../kit/days-head';
import { KitProvider } from '../../kit/kit-provider';
import { KitTable } from '../../kit/kit-table';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { type Linked, linkedColumns, linkedRows, sumLinked } from './linked-rows';
import { ProgressChart } from './progress-chart';
import { progressTexts } from './progress-texts';

/** Shown unless other days are chosen: two weeks and today. */
const daysBefore = 14;

const KindChoice = ({ list, kind, onKind }: KindChoiceProps) => {
  const { say } = useSpeech();
  const name = say(progressTexts.kind);
  return (
    <Select
      className="bar-choice"
      aria-label={name}
      placeholder={name}
      allowClear
      options={list.kinds.map((each) => ({ value: each.kind, label: say(each.name) }))}
      value={kind ?? null}
      onChange={(value: string | null) => onKind(value ?? undefined)}
    />
  );
};

interface KindChoiceProps {
  readonly list: Linked;
  readonly kind: string | undefined;
  readonly onKind: (kind: string | undefined) => void;
}

const ProgressView = ({ list }: { readonly list: Linked }) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState('linked', ['kind']);
  const kind = read('kind');
  const all = linkedRows(list);
  const rows = kind === undefined ? all : all.filter((row) => row.kind === kind);
  const sums = list.kinds.map((each) => ({ ...each, linked: sumLinked(all.filter((row) => row.kind === each.kind)) }));
  return (
    <>
      <p className="as-of">{say(uiTexts.asOf, { time: formatInstant(list.asOf) })}</p>
      <dl className="headline">
        <div data-figure="all">
          <dt>{say(progressTexts.all)}</dt>
          <dd>{formatCount(sumLinked(all))}</dd>
        </div>
        {sums.map((each) => (
          <div key={each.kind} data-figure={each.kind}>
            <dt>{say(each.name)}</dt>
            <dd>{formatCount(each.linked)}</dd>
          </div>
        ))}
      </dl>
      {list.days.length > 1 && <ProgressChart days={list.days.map(({ day }) => day)} rows={rows} />}
      <section className="sheet">
        <h2>{say(progressTexts.byKind)}</h2>
        <KitTable
          title={progressTexts.title}
          part="linked-cards"
          rows={rows}
          columns={linkedColumns(say)}
          keyOf={(row) => `${row.day} ${row.kind}`}
          marks={(row) => ({ 'data-day': row.day, 'data-kind': row.kind })}
          empty={all.length === 0 ? progressTexts.none : uiTexts.noSuchRow}
          filters={<KindChoice list={list} kind={kind} onKind={(chosen) => write({ kind: chosen })} />}
        />
      </section>
    </>
  );
};

const ProgressDays = ({ clock }: { readonly clock: () => Instant }) => {
  const { city } = useOfficial();
  const shown = useShownDays('linked', clock, daysBefore);
  const { from, to } = shown;
  const query = useQuery(
    (client) => client.call('cards.linking-progress', { city, from, to }),
    `${city} ${from} ${to}`,
  );
  return (
    <div data-part="cards-screen">
      <DaysHead title={progressTexts.title} about={progressTexts.about} label={progressTexts.days} shown={shown} />
      <QueryView query={query} lines={8}>
        {(list) => <ProgressView list={list} />}
      </QueryView>
    </div>
  );
};

/** B-12: how many cards were linked, by kind and day, as figures, chart, table and file. */
export const ProgressScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <ProgressDays clock={clock} />
  </KitProvider>
);
