import { type OpenStore, using } from './opened';
import { daySamples, days, numbered, ofDay, samples } from './samples';

/** Streams. */
export const streaming = (open: OpenStore): void => {
  test(
    'a stream gives all matches in order, in batches, while others write',
    using(open, async (store) => {
      await store.insertMany(samples, numbered(1_000));
      await store.insertMany(
        samples,
        numbered(1_000).map((each) => ({ ...each, _id: `z${each._id}` })),
      );
      const ids: string[] = [];
      let batches = 0;
      for await (const batch of store.stream(samples, { where: {}, order: { by: 'number', direction: 'desc' } })) {
        ids.push(...batch.map(({ _id }) => _id));
        await store.insert(samples, { _id: `new${batches}`, number: batches });
        batches += 1;
        expect(batch.length).toBeLessThanOrEqual(1_000);
      }
      const before = ids.filter((id) => !id.startsWith('new'));
      expect(before).toHaveLength(2_000);
      expect(new Set(ids).size).toBe(ids.length);
      expect(before.slice(0, 2)).toEqual(['zs0999', 's0999']);
      expect(batches).toBeGreaterThan(1);
    }),
  );

  test(
    'a stream over days gives each document once, and nothing when there is nothing',
    using(open, async (store) => {
      await store.insertMany(
        daySamples,
        days.flatMap((day) => numbered(300).map(({ _id }) => ofDay(day, _id))),
      );
      const seen: string[] = [];
      for await (const batch of store.stream(daySamples, { where: { day: { in: days } } })) {
        seen.push(...batch.map(({ _id }) => _id));
      }
      expect(seen).toHaveLength(900);
      expect(seen).toEqual([...seen].sort());
      for await (const batch of store.stream(daySamples, { where: { day: '1999-01-01' } })) expect(batch).toBe('none');
    }),
  );
};
