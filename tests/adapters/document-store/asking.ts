import {
  CursorRefused,
  type DocumentStore,
  StoreMisused,
  type Where,
} from '@tongcheng/cloudfunctions/ports/document-store';
import { type OpenStore, using } from './opened';
import { numbered, type Sample, samples } from './samples';

const idsOf = async (store: DocumentStore, where: Where<Sample>) =>
  (await store.find(samples, { where, limit: 1_000 })).items.map(({ _id }) => _id);

/** Conditions, order, count. */
export const asking = (open: OpenStore): void => {
  test(
    'conditions: equality, in, half-open and closed ranges, all together',
    using(open, async (store) => {
      await store.insertMany(samples, numbered(10));
      expect(await idsOf(store, { text: 't1' })).toEqual(['s0001', 's0004', 's0007']);
      expect(await idsOf(store, { number: { gte: 2, lt: 4 } })).toEqual(['s0002', 's0003']);
      expect(await idsOf(store, { number: { gt: 2, lte: 4 } })).toEqual(['s0003', 's0004']);
      expect(await idsOf(store, { text: 't1', number: { gt: 1 } })).toEqual(['s0004', 's0007']);
      expect(await idsOf(store, { number: { in: [3, 99, 1, 3] } })).toEqual(['s0001', 's0003']);
      expect(await idsOf(store, { text: { in: [] } })).toEqual([]);
      expect(await idsOf(store, { _id: { gte: 's0008' } })).toEqual(['s0008', 's0009']);
      expect(await store.count(samples, { text: { in: ['t0', 't2'] } })).toBe(7);
      expect(await store.count(samples, {})).toBe(10);
    }),
  );

  test(
    'null and missing are the same, and no other kind of value is',
    using(open, async (store) => {
      await store.insertMany(samples, [
        { _id: 'missing' },
        { _id: 'null', flag: null, loose: null },
        { _id: 'false', flag: false, loose: false },
        { _id: 'true', flag: true, loose: 0 },
      ]);
      expect(await idsOf(store, { flag: null })).toEqual(['missing', 'null']);
      expect(await idsOf(store, { loose: null })).toEqual(['missing', 'null']);
      expect(await idsOf(store, { flag: { in: [null, true] } })).toEqual(['missing', 'null', 'true']);
      expect(await idsOf(store, { loose: false })).toEqual(['false']);
      expect(await idsOf(store, { loose: 0 })).toEqual(['true']);
    }),
  );

  test(
    'a range holds values of its own type only',
    using(open, async (store) => {
      const mixed = [null, 1, 5, '1', '5', true] as const;
      await store.insertMany(
        samples,
        mixed.map((value, at) => ({ _id: `m${at}`, mixed: value, loose: value })),
      );
      for (const field of ['mixed', 'loose'] as const) {
        expect(await idsOf(store, { [field]: { gt: 1 } })).toEqual(['m2']);
        expect(await idsOf(store, { [field]: { lt: 9 } })).toEqual(['m1', 'm2']);
        expect(await idsOf(store, { [field]: { gte: '1' } })).toEqual(['m3', 'm4']);
        expect(await idsOf(store, { [field]: { lt: '5' } })).toEqual(['m3']);
        expect(await idsOf(store, { [field]: { gt: 1, lt: '5' } })).toEqual([]);
      }
    }),
  );

  test(
    'in order: missing first, ties by _id in the same direction',
    using(open, async (store) => {
      const batch = [
        { _id: 'c', number: 1 },
        { _id: 'a', number: 1 },
        { _id: 'd' },
        { _id: 'b', number: 0 },
        { _id: 'e' },
      ];
      await store.insertMany(samples, batch);
      const inOrder = async (direction: 'asc' | 'desc') =>
        (await store.find(samples, { where: {}, order: { by: 'number', direction }, limit: 9 })).items.map(
          ({ _id }) => _id,
        );
      expect(await inOrder('asc')).toEqual(['d', 'e', 'b', 'a', 'c']);
      expect(await inOrder('desc')).toEqual(['c', 'a', 'b', 'e', 'd']);
    }),
  );

  test(
    'questions that say nothing sensible throw, so that none is answered too widely',
    using(open, async (store) => {
      const ask = (where: Where<Sample>) => store.find(samples, { where, limit: 1 });
      const parsed = (json: string): Where<Sample> => JSON.parse(json);
      const unsaid: Where<Sample> = Object.fromEntries([['text', undefined]]);
      await expect(ask(unsaid)).rejects.toThrow(StoreMisused);
      await expect(ask({ number: {} })).rejects.toThrow(StoreMisused);
      await expect(ask({ number: Number.NaN })).rejects.toThrow(StoreMisused);
      await expect(ask({ number: { in: Array.from({ length: 101 }, (_, at) => at) } })).rejects.toThrow(StoreMisused);
      await expect(ask(parsed('{"text":{"$ne":""}}'))).rejects.toThrow(StoreMisused);
      await expect(ask(parsed('{"text":[1]}'))).rejects.toThrow(StoreMisused);
      await expect(ask(parsed(`{"x') OR 1=1 --":1}`))).rejects.toThrow(StoreMisused);
      for (const limit of [0, 1_001, 1.5]) {
        await expect(store.find(samples, { where: {}, limit })).rejects.toThrow(StoreMisused);
      }
    }),
  );

  test(
    'a cursor that is none is the client’s doing and said so',
    using(open, async (store) => {
      for (const after of ['', 'x', 'bnVsbA', 'WzFd', 'e30', '🚇']) {
        await expect(store.find(samples, { where: {}, limit: 1, after })).rejects.toThrow(CursorRefused);
      }
    }),
  );
};
