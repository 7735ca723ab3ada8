import type { Answer } from '@tongcheng/shared/client';
import type { Text } from '@tongcheng/shared/text';
import type { Day } from '@tongcheng/shared/time';
import type { TableColumn } from '../../kit/table-view';
import { formatCount } from '../../ui/format';
import type { Say } from '../../ui/language';
import { progressTexts } from './progress-texts';

/** Cards linked in a city on some days. */
export type Linked = Extract<Answer<'cards.linking-progress'>, { readonly ok: true }>['value'];

/** Cards of one kind linked on one day. */
export interface LinkedRow {
  readonly day: Day;
  readonly kind: string;
  readonly name: Text;
  readonly linked: number;
}

/** What kinds that the city no longer has are counted under. */
const otherKinds = 'others';

/** A row for each day and kind of which any was linked. */
export function linkedRows({ kinds, days }: Linked): readonly LinkedRow[] {
  const names = new Map(kinds.map(({ kind, name }) => [kind, name]));
  const rows = days.flatMap(({ day, kinds: counts, others }) => [
    ...counts.map(({ kind, linked }) => ({ day, kind, name: names.get(kind) ?? progressTexts.others, linked })),
    { day, kind: otherKinds, name: progressTexts.others, linked: others },
  ]);
  return rows.filter(({ linked }) => linked > 0);
}

/** How many cards some rows count. */
export const sumLinked = (rows: readonly Pick<LinkedRow, 'linked'>[]): number =>
  rows.reduce((sum, { linked }) => sum + linked, 0);

/** The columns of cards linked by day and kind. */
export const linkedColumns = (say: Say): readonly TableColumn<LinkedRow>[] => [
  { id: 'day', name: progressTexts.day, text: ({ day }) => day, order: ({ day }) => day, kind: 'head' },
  { id: 'kind', name: progressTexts.kind, text: ({ name }) => say(name), order: ({ name }) => say(name) },
  {
    id: 'linked',
    name: progressTexts.linked,
    text: ({ linked }) => formatCount(linked),
    order: ({ linked }) => linked,
    kind: 'number',
  },
];
