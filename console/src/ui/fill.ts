import type { Language, Text } from '@tongcheng/shared/text';

/** What goes into the `{places}` of a text. */
export type Fills = Readonly<Record<string, string | number>>;

/** A text in one language, its places filled; an unfilled place stays visible, so that it is noticed. */
export const fill = (text: Text, language: Language, fills: Fills = {}): string =>
  text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(fills[name] ?? place));
