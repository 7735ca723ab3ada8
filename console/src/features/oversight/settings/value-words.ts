import type { Text } from '@tongcheng/shared/text';
import type { Say } from '../../../ui/language';
import { settingsTexts } from './settings-texts';
import { fileWordTexts } from './value-texts';

/** How the parts of a value are put together. */
const punctuation = {
  part: { zh: '{name}：{value}', en: '{name}: {value}' },
  named: { zh: '{name}（{rest}）', en: '{name} ({rest})' },
  heading: { zh: '{name}：', en: '{name}:' },
  between: { zh: '；', en: '; ' },
  comma: { zh: '、', en: ', ' },
} as const;

const isText = (value: object): value is Text => 'zh' in value && 'en' in value && Object.keys(value).length === 2;

/** Ids are for files and programs; a part that has a name is known by it. */
const isId = (part: string): boolean => part === 'kind' || part.endsWith('Id');

const wordOf = (word: string, say: Say): string => {
  const text = fileWordTexts[word];
  return text ? say(text) : word;
};

/** Of a part inside a part a long list of things is told by its number: the file has them. */
const mostWithin = 12;
const isOfThings = (list: readonly unknown[]) => list.some((each) => typeof each === 'object' && each !== null);

const withinWords = (value: unknown, say: Say): string =>
  Array.isArray(value) && value.length > mostWithin && isOfThings(value)
    ? say(settingsTexts.many, { n: value.length })
    : valueWords(value, say);

const partsOf = (value: object, say: Say): string => {
  const held = new Map<string, unknown>(Object.entries(value));
  const name = held.get('name');
  const rest = [...held].filter(([part]) => name === undefined || (part !== 'name' && !isId(part)));
  const words = rest
    .map(([part, of]) => say(punctuation.part, { name: wordOf(part, say), value: withinWords(of, say) }))
    .join(say(punctuation.between));
  if (name === undefined) return words === '' ? say(settingsTexts.yes) : words;
  return words === '' ? valueWords(name, say) : say(punctuation.named, { name: valueWords(name, say), rest: words });
};

/** A value in words, on one line. */
export function valueWords(value: unknown, say: Say): string {
  if (value === undefined) return say(settingsTexts.notSet);
  if (typeof value === 'boolean') return say(value ? settingsTexts.yes : settingsTexts.no);
  if (typeof value === 'string') return wordOf(value, say);
  if (typeof value !== 'object' || value === null) return String(value);
  if (!Array.isArray(value)) return isText(value) ? say(value) : partsOf(value, say);
  return value.length === 0
    ? say(settingsTexts.none)
    : value.map((each) => valueWords(each, say)).join(say(punctuation.comma));
}

/** A value as the lines of a cell: each thing of a list and each part of a block has its own. */
export function valueLines(value: unknown, say: Say): readonly string[] {
  if (typeof value !== 'object' || value === null || (!Array.isArray(value) && isText(value)))
    return [valueWords(value, say)];
  if (Array.isArray(value))
    return isOfThings(value) ? value.map((each) => valueWords(each, say)) : [valueWords(value, say)];
  const parts = Object.entries(value);
  return parts.length === 0
    ? [say(settingsTexts.yes)]
    : parts.flatMap(([part, of]) => {
        const name = wordOf(part, say);
        return Array.isArray(of) && isOfThings(of)
          ? [say(punctuation.heading, { name }), ...valueLines(of, say)]
          : [say(punctuation.part, { name, value: valueWords(of, say) })];
      });
}
