import type { Answer } from '@tongcheng/shared/client';
import type { Say } from '../../ui/language';
import { liveTexts } from './texts';

/** The figures of a day. */
export type DayFigures = Extract<Answer<'rides.live-figures'>, { readonly ok: true }>['value'];

/** The refusals of a day. */
export type Refusals = Extract<Answer<'rides.list-refusals'>, { readonly ok: true }>['value'];

/** One of its rows, with the day. */
export type DayRefusal = Refusals['rows'][number] & Pick<Refusals, 'day'>;

/** The figures of a day beside those of the same weekday a week before, once these are known. */
export interface Compared {
  readonly figures: DayFigures;
  readonly before: DayFigures | undefined;
}

/** People along a line. */
export type LoadOfLine = Extract<Answer<'rides.line-load'>, { readonly ok: true }>['value'];

/** What the days compared are called in a chart: their dates, the earlier one said to be so. */
export const dayNames = ({ figures, before }: Compared, say: Say): readonly [string, ...string[]] => [
  figures.day,
  ...(before ? [say(liveTexts.dayBefore, { day: before.day })] : []),
];
