import type { Language, Text } from '@tongcheng/shared/text';

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
