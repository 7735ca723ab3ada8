import { KitTable } from '../../kit/kit-table';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import type { Refusals } from './live-figures';
import { refusalTableColumns } from './refusal-columns';
import { isRefusalChosen, RefusalFilters } from './refusal-filters';
import { refusalTexts } from './refusal-texts';

/** Refusals by day, mode, line and reason, as one table. */
export const RefusalTable = ({ lists }: { readonly lists: readonly Refusals[] }) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState('refusals', ['outcome', 'line', 'why']);
  const choice = { outcome: read('outcome'), line: read('line'), why: read('why') };
  const all = lists.flatMap(({ day, rows }) => rows.map((row) => ({ ...row, day })));
  const rows = all.filter((row) => isRefusalChosen(row, choice));
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  return (
    <>
      <KitTable
        title={refusalTexts.title}
        part="refusals"
        rows={rows}
        columns={refusalTableColumns(say)}
        keyOf={({ day, mode, line, outcome, by, why }) => [day, mode, line?.zh ?? '', outcome, by, why.zh].join('|')}
        marks={({ outcome, day }) => ({ 'data-outcome': outcome, 'data-day': day })}
        empty={all.length === 0 ? refusalTexts.empty : uiTexts.noSuchRow}
        filters={<RefusalFilters rows={all} choice={choice} onChange={write} />}
      />
      <p className="as-of">{say(refusalTexts.sum, { people: formatCount(people) })}</p>
    </>
  );
};
