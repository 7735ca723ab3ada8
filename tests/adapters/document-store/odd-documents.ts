import type { Json } from '@tongcheng/cloudfunctions/ports/document-store';
import { type OpenStore, using } from './opened';
import { samples } from './samples';

const oddTexts = [
  '同乘 😀 👨‍👩‍👧',
  `it's "quoted" \\ and; DROP TABLE samples; --`,
  '$where',
  'line\nbreak\ttab',
  'nul\u0000inside',
  'one\u0001inside',
  ' spaces ',
  '%_*?[]',
  'ünïcödé',
];

const oddNumbers: readonly number[] = [
  Number.MIN_SAFE_INTEGER,
  -0.1,
  0,
  0.1 + 0.2,
  0.5,
  2 ** 31,
  2 ** 53 - 1,
  1e21,
  Number.MAX_VALUE,
];

const oddValues: readonly Json[] = [
  ...oddNumbers,
  Number.MIN_VALUE,
  '',
  true,
  false,
  null,
  [],
  {},
  { $gt: '', 'a.b': 1, '': 2, __proto__x: 3 },
  [[[{ deep: [null, false, 'x'] }]]],
];

/** Ids, texts, keys and sizes at the edges. */
export const oddDocuments = (open: OpenStore): void => {
  test(
    'ids and texts of any characters come back and are found',
    using(open, async (store) => {
      for (const odd of oddTexts) await store.insert(samples, { _id: odd, text: odd, loose: odd });
      for (const odd of oddTexts) {
        expect(await store.get(samples, odd)).toEqual({ _id: odd, text: odd, loose: odd, _v: 1 });
        for (const where of [{ text: odd }, { loose: odd }, { _id: odd }, { text: { in: [odd, 'no'] } }]) {
          const { items } = await store.find(samples, { where, limit: 9 });
          expect(items.map(({ _id }) => _id)).toEqual([odd]);
        }
      }
      await store.delete(samples, 'nul\u0000inside');
      expect(await store.get(samples, 'nul\u0000inside')).toBeUndefined();
      expect(await store.get(samples, 'nul')).toBeUndefined();
    }),
  );

  test(
    'values of any kind come back as they were',
    using(open, async (store) => {
      for (const [at, anything] of oddValues.entries()) {
        await store.insert(samples, { _id: `v${at}`, anything });
        expect((await store.get(samples, `v${at}`))?.anything).toEqual(anything);
      }
    }),
  );

  test(
    'numbers at the edges are found by equality and stand in order, indexed or not',
    using(open, async (store) => {
      for (const [at, number] of oddNumbers.entries())
        await store.insert(samples, { _id: `n${at}`, mixed: number, loose: number });
      for (const number of oddNumbers) {
        expect(await store.count(samples, { mixed: number })).toBe(1);
        expect(await store.count(samples, { loose: number })).toBe(1);
        expect(await store.count(samples, { loose: { lt: number } })).toBe(oddNumbers.indexOf(number));
      }
      const { items } = await store.find(samples, { where: {}, order: { by: 'loose', direction: 'asc' }, limit: 99 });
      expect(items.map(({ loose }) => loose)).toEqual(oddNumbers);
    }),
  );

  test(
    'texts stand in the order of code points',
    using(open, async (store) => {
      const ordered = [
        '',
        '\u0000',
        '\u0000a',
        '\u0001',
        '\u0001\u0001',
        '\u0002',
        'A',
        'a',
        'é',
        '中',
        '\uE000',
        '\uFFFD',
        '😀',
      ];
      for (const text of [...ordered].reverse()) await store.insert(samples, { _id: `x${text}`, text, loose: text });
      for (const by of ['text', 'loose', '_id'] as const) {
        const { items } = await store.find(samples, { where: {}, order: { by, direction: 'asc' }, limit: 99 });
        expect(items.map(({ text }) => text)).toEqual(ordered);
      }
    }),
  );

  test(
    'a document of 1 MB is kept whole',
    using(open, async (store) => {
      const big = '同'.repeat(350_000);
      await store.insert(samples, { _id: 'big', anything: big });
      expect((await store.get(samples, 'big'))?.anything).toBe(big);
    }),
  );
};
