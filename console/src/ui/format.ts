import type { Language, Text } from '@tongcheng/shared/text';
import { formatInstant, type Instant } from '@tongcheng/shared/time';

/** A count with its thousands set off by commas, as both languages write it. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A size of a file in KB or MB, one decimal. */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Several words as a list. */
export const formatList = (words: readonly string[], language: Language): string =>
  words.join(language === 'zh' ? '、' : ', ');

/** What goes into the `{places}` of a text. */
export type Fills = Readonly<Record<string, string | number>>;

/** A text in one language, its places filled; an unfilled place stays visible, so that it is noticed. */
export const fill = (text: Text, language: Language, fills: Fills = {}): string =>
  text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(fills[name] ?? place));

/** An instant as a field for date and time has it, in Beijing time whatever the browser's zone is. */
export const wallTime = (at: Instant): string => formatInstant(at, 'YYYY-MM-DDTHH:mm');

/** What such a field says, as an instant; undefined while it is not whole. */
export function instantOf(wall: string): Instant | undefined {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? Date.parse(`${wall}:00+08:00`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** A time range as lists show it; without an end it is open. */
export const rangeText = (from: Instant, to: Instant | undefined): string =>
  `${formatInstant(from, 'YYYY-MM-DD HH:mm')} – ${to === undefined ? '' : formatInstant(to, 'YYYY-MM-DD HH:mm')}`;
