import { StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { using } from '../../adapters/document-store/opened';
import { daySamples, numbered, ofDay, samples } from '../../adapters/document-store/samples';
import { storesIn } from '../databases';
import { type LossyWire, openLossyWire } from '../lossy-wire';

/** What the server did though its answer was lost on the way. */
export const lostAnswers = (url: () => string): void => {
  let wire: LossyWire;
  beforeAll(async () => {
    wire = await openLossyWire(url());
  });
  afterAll(() => wire.close());
  const open = storesIn(() => wire.url, { connections: 4 });

  test(
    'an insert whose answer was lost is still told apart from one that found the id taken',
    using(open, async (store) => {
      await store.insert(samples, { _id: 'taken', number: 1 });
      wire.lose('INSERT');
      const before = wire.lost();
      const answers = await store.insertMany(samples, [{ _id: 'mine' }, { _id: 'taken', number: 2 }]);
      expect(wire.lost()).toBe(before + 1);
      expect(answers).toEqual(['inserted', 'exists']);
      expect(await store.get(samples, 'taken')).toMatchObject({ number: 1, _v: 1 });
      wire.lose('INSERT', 3);
      const day = await Promise.all(['a', 'b', 'a'].map((id) => store.insert(daySamples, ofDay('2026-11-21', id))));
      expect(wire.lost()).toBe(before + 4);
      expect(day).toEqual(['inserted', 'inserted', 'exists']);
    }),
  );

  test(
    'an update whose answer was lost is done once and told as done; one that came too late is a conflict',
    using(open, async (store) => {
      await store.insert(samples, { _id: 'a', number: 0 });
      wire.lose('UPDATE');
      expect(await store.update(samples, { _id: 'a', number: 1 }, 1)).toBe('updated');
      expect(await store.get(samples, 'a')).toEqual({ _id: 'a', number: 1, _v: 2 });
      wire.lose('UPDATE');
      expect(await store.update(samples, { _id: 'a', number: 9 }, 1)).toBe('conflict');
      expect(await store.get(samples, 'a')).toEqual({ _id: 'a', number: 1, _v: 2 });
    }),
  );

  test(
    'deletes and questions whose answers were lost are simply done again',
    using(open, async (store) => {
      await store.insertMany(samples, numbered(20));
      wire.lose('DELETE');
      await store.delete(samples, 's0003');
      wire.lose('SELECT', 2);
      expect(await store.count(samples, {})).toBe(19);
      const many = await Promise.all(numbered(20).map(({ _id }) => store.get(samples, _id)));
      expect(many.filter((each) => each !== undefined)).toHaveLength(19);
      const seen: string[] = [];
      for await (const batch of store.stream(samples, { where: {} })) seen.push(...batch.map(({ _id }) => _id));
      expect(seen).toHaveLength(19);
    }),
  );

  test(
    'a line that stays broken is a refusal, after the retry budget and not before',
    using(
      storesIn(() => wire.url, { retryBudgetMs: 300 }),
      async (store) => {
        await store.insert(samples, { _id: 'first' });
        wire.lose('', 1_000);
        const began = performance.now();
        await expect(store.insert(samples, { _id: 'second' })).rejects.toThrow(StoreRefused);
        expect(performance.now() - began).toBeGreaterThan(150);
        expect(performance.now() - began).toBeLessThan(3_000);
        wire.lose('', 0);
        // It may have been kept, and the retry is harmless: that is all that can be known.
        await store.insert(samples, { _id: 'second' });
        expect(await store.count(samples, {})).toBe(2);
      },
    ),
  );
};
