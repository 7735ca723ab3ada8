import { type OpenStore, using } from './opened';
import { allPages } from './pages';
import { numbered, samples } from './samples';

/** Pages. */
export const paging = (open: OpenStore): void => {
  test(
    'pages follow one another without loss or repetition; the last has no next',
    using(open, async (store) => {
      await store.insertMany(samples, numbered(25));
      for (const direction of ['asc', 'desc'] as const) {
        for (const by of ['text', 'number', '_id', 'loose'] as const) {
          const whole = await store.find(samples, { where: {}, order: { by, direction }, limit: 100 });
          expect(whole.next).toBeUndefined();
          for (const limit of [1, 5, 24, 25]) {
            expect(
              await allPages((after) => store.find(samples, { where: {}, order: { by, direction }, limit, ...after })),
            ).toEqual(whole.items);
          }
        }
      }
    }),
  );

  test(
    'documents inserted or deleted between pages shift nothing: what stayed is met exactly once',
    using(open, async (store) => {
      const stayed = numbered(30);
      await store.insertMany(samples, stayed);
      const order = { by: 'number', direction: 'asc' } as const;
      let at = 0;
      const between = async () => {
        at += 1;
        await store.insert(samples, { _id: `s${String(at).padStart(4, '0')}-new`, number: at, text: 't1' });
        await store.insert(samples, { _id: `a${at}`, number: -at });
        await store.delete(samples, `a${at - 1}`);
      };
      const found = await allPages((after) => store.find(samples, { where: {}, order, limit: 4, ...after }), between);
      const ids = found.map(({ _id }) => _id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(stayed.map(({ _id }) => _id)));
    }),
  );

  test(
    'reads see whatever was acknowledged before they were asked',
    using(open, async (store) => {
      let acknowledged = 0;
      const waiting = numbered(100).map((document) =>
        store.insert(samples, document).then(() => {
          acknowledged += 1;
        }),
      );
      for (let reads = 0; reads < 10; reads += 1) {
        const before = acknowledged;
        const early = await store.count(samples, {});
        expect(early).toBeGreaterThanOrEqual(before);
        expect(early).toBeLessThanOrEqual(100);
      }
      await Promise.all(waiting);
      expect(await store.count(samples, {})).toBe(100);
    }),
  );
};
