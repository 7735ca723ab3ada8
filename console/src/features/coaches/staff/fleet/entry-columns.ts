import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../../../kit/table-view';
import type { Say } from '../../../../ui/language';
import { fleetTexts as texts } from './fleet-texts';

const dayOf = (at: Instant): string => formatInstant(at, 'YYYY-MM-DD');

/** Whether an entry is in use, or since when and why not. */
export const stateColumn = <T>(
  endOf: (row: T, say: Say) => { readonly since: Instant; readonly reason: string } | undefined,
  inUse: (row: T, say: Say) => string = (_row, say) => say(texts.inUse),
): TableColumn<T> => ({
  id: 'state',
  name: texts.state,
  text: (row, say) => {
    const ended = endOf(row, say);
    return ended ? say(texts.outOfUse, { reason: ended.reason, day: dayOf(ended.since) }) : inUse(row, say);
  },
  order: (row) => endOf(row, ({ zh }) => zh)?.since ?? 0,
  kind: 'name',
});

/** Who changed an entry last, and when. */
export const changedColumn = <T extends { readonly changedAt: Instant; readonly changedBy: string }>(
  nameOf: (who: string) => string,
): TableColumn<T> => ({
  id: 'changed',
  name: texts.changedBy,
  text: ({ changedAt, changedBy }, say) => say(texts.changedText, { day: dayOf(changedAt), who: nameOf(changedBy) }),
  order: ({ changedAt }) => changedAt,
  isSpare: true,
});
