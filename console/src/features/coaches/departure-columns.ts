import { standings } from '@tongcheng/shared/coaches/completeness';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { formatInstant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../kit/table-view';
import { formatCount } from '../../ui/format';
import type { Say } from '../../ui/language';
import { coachTexts, lackTexts, phaseTexts } from './texts';

const texts = coachTexts;

const number = (
  id: string,
  name: TableColumn<DayDeparture>['name'],
  of: (row: DayDeparture) => number | undefined,
): TableColumn<DayDeparture> => ({
  id,
  name,
  text: (row) => (of(row) === undefined ? '' : formatCount(of(row) ?? 0)),
  order: (row) => of(row) ?? -1,
  kind: 'number',
});

/** By how many fewer or more were registered than were aboard, in words: never by a sign alone. */
const differenceOf = ({ missing, over }: DayDeparture['figures'], say: Say): string =>
  [
    ...(missing > 0 ? [say(texts.missing, { n: formatCount(missing) })] : []),
    ...(over > 0 ? [say(texts.over, { n: formatCount(over) })] : []),
  ].join(' · ') || '0';

/** Line or charter, with the class of the line where it is known (L-01). */
const kindOf = ({ service, lineClass }: DayDeparture, say: Say): string =>
  service === undefined
    ? ''
    : lineClass === undefined
      ? say(texts[service])
      : say(texts.lineOfClass, { n: String(lineClass) });

/** L-09, L-10: where the registration stands, with what it lacks or until when its ledger may come. */
const standingOf = ({ standing, lacks, ledgerBy }: DayDeparture, say: Say): string =>
  [
    say(texts[standing]),
    ...(lacks ? [say(lackTexts[lacks])] : []),
    ...(standing === 'ledger-awaited' && ledgerBy !== undefined
      ? [say(texts.ledgerBy, { until: formatInstant(ledgerBy, 'MM-DD HH:mm') })]
      : []),
  ].join(' · ');

/** The columns of the departures of a day. */
export const dayColumns = (say: Say): readonly TableColumn<DayDeparture>[] => [
  {
    id: 'departs',
    name: texts.departsAt,
    text: ({ departsAt }) => formatInstant(departsAt, 'HH:mm'),
    order: ({ departsAt }) => departsAt,
    kind: 'head',
  },
  {
    id: 'service',
    name: texts.serviceNumber,
    text: ({ serviceNumber = '' }) => serviceNumber,
    order: ({ serviceNumber = '' }) => serviceNumber,
  },
  { id: 'kind', name: texts.kind, text: (row) => kindOf(row, say), isSpare: true },
  {
    id: 'origin',
    name: texts.origin,
    text: ({ origin }) => origin?.name ?? '',
    order: ({ origin }) => origin?.name ?? '',
    kind: 'name',
  },
  {
    id: 'destination',
    name: texts.destination,
    text: ({ destination }) => destination?.name ?? '',
    order: ({ destination }) => destination?.name ?? '',
    kind: 'name',
  },
  { id: 'plate', name: texts.plate, text: ({ plate = '' }) => plate },
  {
    ...{ id: 'phase', name: texts.phase, kind: 'name' },
    text: ({ phase }) => say(phaseTexts[phase]),
    order: ({ phase }) => phase,
  },
  number('aboard', texts.aboard, ({ figures }) => figures.aboard),
  number('registered', texts.registered, ({ figures }) => figures.registered),
  {
    id: 'difference',
    name: texts.difference,
    text: ({ figures }) => differenceOf(figures, say),
    order: ({ figures }) => figures.over - figures.missing,
    kind: 'number',
  },
  { ...number('by-staff', texts.byStaff, ({ figures }) => figures.byStaff), isSpare: true },
  number('present', texts.present, ({ figures }) => figures.present),
  {
    id: 'complete',
    name: texts.completeness,
    text: (row) =>
      [
        standingOf(row, say),
        ...(row.offRoute === undefined ? [] : [say(texts.offRouteOf, { n: formatCount(row.offRoute) })]),
      ].join(' · '),
    order: ({ standing }) => standings.indexOf(standing),
    kind: 'name',
  },
];
