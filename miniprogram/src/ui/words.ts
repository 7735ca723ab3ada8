import type { Text } from '@tongcheng/shared/text';
import { useCallback } from 'react';
import { usePreferences } from './preferences';

/** Values for the places `{name}` of a text. */
type Values = Readonly<Record<string, string | number>>;

/** Says a pair in the reader's language, with its places filled. */
export type Say = (text: Text, values?: Values) => string;

/** A text with its places `{name}` filled; a place without a value stays visible, so that a test finds it. */
const fillPlaces = (words: string, values: Values): string =>
  words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Gives the reader's {@link Say}. */
export function useSay(): Say {
  const { language } = usePreferences();
  return useCallback((text, values = {}) => fillPlaces(text[language], values), [language]);
}

/** A catalogue of pairs; the type keeps each text complete in both languages. */
export const texts = <const C extends Readonly<Record<string, Text>>>(catalogue: C): C => catalogue;
