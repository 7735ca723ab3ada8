import type { ReportRow } from '@tongcheng/shared/reports/wire';
import { formatInstant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../kit/table-view';
import { formatBytes, formatCount } from '../../ui/format';
import type { Say } from '../../ui/language';
import { reportTexts, versionName } from './texts';

const texts = reportTexts;

/** The columns of the files formed for each day. */
export const reportColumns = (say: Say): readonly TableColumn<ReportRow>[] => [
  { id: 'day', name: texts.day, text: ({ day }) => day, order: ({ day }) => day, kind: 'head' },
  {
    id: 'version',
    name: texts.version,
    text: ({ version }) => versionName(version, say),
    cell: ({ version }) => (version === 1 ? versionName(1, say) : <mark>{versionName(version, say)}</mark>),
    order: ({ version }) => version,
  },
  { id: 'form', name: texts.form, text: ({ form }) => say(texts[form]), order: ({ form }) => form },
  {
    id: 'formed',
    name: texts.formedAt,
    text: ({ formedAt }) => formatInstant(formedAt, 'MM-DD HH:mm:ss'),
    order: ({ formedAt }) => formedAt,
  },
  {
    id: 'riders',
    name: texts.riders,
    text: ({ riders }) => formatCount(riders),
    order: ({ riders }) => riders,
    kind: 'number',
  },
  { id: 'rows', name: texts.rows, text: ({ rows }) => formatCount(rows), order: ({ rows }) => rows, kind: 'number' },
  {
    id: 'incomplete',
    name: texts.incomplete,
    text: ({ incomplete }) => formatCount(incomplete),
    order: ({ incomplete }) => incomplete,
    kind: 'number',
  },
  {
    id: 'size',
    name: texts.size,
    text: ({ bytes }) => formatBytes(bytes),
    order: ({ bytes }) => bytes,
    kind: 'number',
  },
  {
    id: 'protection',
    name: texts.protection,
    text: ({ passwordProtected }) => say(passwordProtected ? texts.locked : texts.unlocked),
  },
];
