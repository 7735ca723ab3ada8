import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Text } from '@tongcheng/shared/text';
import { uiTexts } from '../../console/src/ui/texts';
import { doubledWord } from './doubled-words';

const source = join(__dirname, '../../console/src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => join(source, name))
  .filter((path) => /\.tsx?$/.test(path));
const placesTextsLive = files.filter((path) => /(?:texts|reasons|states|face|\/section)\.ts$/.test(path));
const han = /\p{Script=Han}/u;

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

const textsIn = (value: unknown, path: string): readonly (readonly [string, unknown])[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isText(inner) || typeof inner !== 'object'
      ? [[`${path}.${key}`, inner] as const]
      : textsIn(inner, `${path}.${key}`),
  );
};

const catalogues = placesTextsLive.flatMap((path) => {
  const exported: Record<string, unknown> = require(path);
  return Object.entries(exported)
    .filter(
      ([name, value]) =>
        typeof value === 'object' && /exts$|^purposes$|easons$|ates$/i.test(name) && !Array.isArray(value),
    )
    .flatMap(([name, value]) => textsIn(value, `${relative(source, path)} ${name}`));
});
/** Of a section its name is a text. */
const sectionNames = placesTextsLive
  .filter((path) => path.endsWith('/section.ts'))
  .flatMap((path) => {
    const declared: Record<string, { readonly name: Text }> = require(path);
    return Object.entries(declared).map(
      ([name, section]) => [`${relative(source, path)} ${name}`, section.name] as const,
    );
  });

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test('Texts-in-pairs: the catalogue was found, and holds nothing but pairs', () => {
  expect(catalogues.length).toBeGreaterThan(180);
  expect(catalogues.filter(([, value]) => !isText(value)).map(([name]) => name)).toEqual([]);
});

const pairs = [...catalogues, ...sectionNames].flatMap(([name, value]) => (isText(value) ? [{ name, ...value }] : []));

test('Texts-in-pairs: Chinese is Chinese, English is English, and neither is empty', () => {
  expect(pairs.filter(({ zh }) => !han.test(zh)).map(({ name }) => name)).toEqual([]);
  expect(pairs.filter(({ en }) => en.trim() === '' || han.test(en)).map(({ name }) => name)).toEqual([]);
});

test('both languages of a text have the same places to fill', () => {
  const uneven = pairs.filter(({ zh, en }) => placesOf(zh).join() !== placesOf(en).join());
  expect(uneven.map(({ name }) => name)).toEqual([]);
});

test('Chinese uses full-width punctuation', () => {
  expect(pairs.filter(({ zh }) => /\p{Script=Han}[,;:?!]/u.test(zh)).map(({ name }) => name)).toEqual([]);
});

test('the guard of doubled words has failed once: a word that stands twice in a row is named', () => {
  expect(doubledWord('在在岗人员中查找')).toBe('在在');
  expect(doubledWord('查找找到的班次')).toBeUndefined();
  expect(doubledWord('Revoke the the chosen')).toBe('the the');
  expect(doubledWord('在“在岗人员”中查找')).toBeUndefined();
});

test('no word stands twice in a row, nor does one where a table is searched, whatever it is called', () => {
  // A button that searches is no table.
  const searched = pairs
    .filter(({ en }) => !en.startsWith('Search'))
    .map(({ name, zh, en }) => ({
      name: `${name}, searched`,
      zh: uiTexts.findIn.zh.replace('{table}', zh),
      en: uiTexts.findIn.en.replace('{table}', en),
    }));
  const doubled = [...pairs, ...searched].filter(({ zh, en }) => doubledWord(zh) ?? doubledWord(en));
  expect(doubled.map(({ name, zh, en }) => `${name}: ${zh} / ${en}`)).toEqual([]);
});

test('no screen holds Chinese of its own: texts live in the catalogue', () => {
  const strays = files
    .filter((path) => !placesTextsLive.includes(path) && !path.endsWith('language-switch.tsx'))
    .flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => han.test(line.replace(/\/\/.*|\/?\*.*/, '')))
        .map((line) => `${relative(source, path)}: ${line.trim()}`),
    );
  expect(strays).toEqual([]);
});
