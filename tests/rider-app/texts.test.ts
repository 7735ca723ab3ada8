import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const source = join(__dirname, '../../miniprogram/src');
const isCatalogue = (path: string) => /(^|[\\/])(?:texts[\\/].*|texts)\.ts$/.test(path);

/** Every catalogue file of the app, found by where it lies, so that a new one is seen by itself. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(isCatalogue);

interface Pair {
  readonly name: string;
  readonly zh: unknown;
  readonly en: unknown;
}

const pairsOf = (file: string): readonly Pair[] =>
  Object.entries<Record<string, Partial<Pair>>>(require(join(source, file))).flatMap(([catalogue, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ name: `${catalogue}.${key}`, zh: text.zh, en: text.en })),
  );

const pairs = files.flatMap(pairsOf);
const placesOf = (text: unknown) => [...String(text).matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
/** A language is offered in its own words; the other pair of such a text is not a translation. */
const crossed = ['frameTexts.language'];

test('the catalogues are seen', () => {
  expect(files.length).toBeGreaterThanOrEqual(8);
  expect(pairs.length).toBeGreaterThan(150);
});

test('X-09 every text exists in Chinese and in English', () => {
  const missing = pairs.filter(
    ({ zh, en }) => typeof zh !== 'string' || typeof en !== 'string' || zh === '' || en === '',
  );
  expect(missing).toEqual([]);
});

test('X-09 Chinese is Chinese and English has no Chinese in it', () => {
  const wrong = pairs
    .filter(({ name }) => !crossed.includes(name))
    .filter(({ zh, en }) => !/\p{Script=Han}|^（\{how\}）$|\{/u.test(String(zh)) || /\p{Script=Han}/u.test(String(en)));
  expect(wrong).toEqual([]);
});

test('both languages of a text have the same places for values', () => {
  expect(pairs.filter(({ zh, en }) => placesOf(zh).join() !== placesOf(en).join())).toEqual([]);
});

test('English never blames and never shows a bare error; Chinese uses full-width punctuation', () => {
  expect(pairs.filter(({ en }) => /\berror\b|\binvalid\b/i.test(String(en)))).toEqual([]);
  expect(pairs.filter(({ zh }) => /\p{Script=Han}[,;:!?]/u.test(String(zh)))).toEqual([]);
});
