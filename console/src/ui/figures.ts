import type { Language } from '@tongcheng/shared/text';

/** A count with its thousands set off by commas, as both languages write it. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A size of a file in KB or MB, one decimal. */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Several words as a list. */
export const listed = (words: readonly string[], language: Language): string =>
  words.join(language === 'zh' ? '、' : ', ');
