import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { KitTable } from '../../kit/kit-table';
import type { TableColumn } from '../../kit/table-view';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { type DepartureGroup, type Grouping, groupDepartures } from './group-departures';
import { coachTexts } from './texts';

const number = (
  id: keyof DepartureGroup,
  name: TableColumn<DepartureGroup>['name'],
  of: (row: DepartureGroup) => number,
): TableColumn<DepartureGroup> => ({ id, name, text: (row) => formatCount(of(row)), order: of, kind: 'number' });

const columns: readonly TableColumn<DepartureGroup>[] = [
  { id: 'name', name: coachTexts.group, text: ({ name }) => name, order: ({ name }) => name, kind: 'head' },
  number('departures', coachTexts.count, ({ departures }) => departures),
  number('incomplete', coachTexts.incompleteCount, ({ incomplete }) => incomplete),
  number('late', coachTexts.late, ({ late }) => late),
  number('aboard', coachTexts.aboard, ({ aboard }) => aboard),
  number('registered', coachTexts.registered, ({ registered }) => registered),
  number('byStaff', coachTexts.byStaff, ({ byStaff }) => byStaff),
  number('offRoute', coachTexts['off-route'], ({ offRoute }) => offRoute),
];

interface Props {
  readonly departures: readonly DayDeparture[];
  readonly by: Grouping;
}

/** Figures of a day's departures by operator, line or registrant: incomplete, late, registered by staff. */
export const GroupTable = ({ departures, by }: Props) => {
  const { say } = useSpeech();
  return (
    <KitTable
      title={coachTexts.groups}
      part="departure-groups"
      rows={groupDepartures(departures, by, say)}
      columns={columns}
      keyOf={({ key }) => key}
      marks={({ key }) => ({ 'data-group': key })}
      empty={departures.length === 0 ? coachTexts.none : uiTexts.noSuchRow}
    />
  );
};
