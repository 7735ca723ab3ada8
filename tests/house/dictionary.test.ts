import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rows = readFileSync(join(__dirname, '../../docs/dictionary.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!word |-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** Names that stand more than once. */
const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, place) => names.indexOf(name) !== place);

test('One word, one meaning: each word of the dictionary has one row and its Chinese', () => {
  expect(rows.length).toBeGreaterThan(120);
  expect(twice(rows.map(([, word = '']) => word))).toEqual([]);
  expect(rows.filter(([, , chinese = '']) => !/\p{Script=Han}/u.test(chinese)).map(([, word]) => word)).toEqual([]);
  expect(rows.filter(([, , , meaning = '']) => meaning === '').map(([, word]) => word)).toEqual([]);
});

test('the guard of the dictionary has failed once: a word of two rows is named', () => {
  expect(twice(['notice', 'stand-in', 'notice'])).toEqual(['notice']);
});
