import { StoreMisused } from '@tongcheng/cloudfunctions/ports/document-store';
import { type OpenStore, using } from './opened';
import { type DaySample, daySamples, days, ofDay, samples } from './samples';

const [first, second, third] = days;

/** Collections that grow by the day. */
export const partitions = (open: OpenStore): void => {
  test(
    'days are kept apart, listed, and dropped whole',
    using(open, async (store, opened) => {
      const batch = [ofDay(second, 'a'), ofDay(first, 'a'), ofDay(third, 'a'), ofDay(second, 'a')];
      expect(await store.insertMany(daySamples, batch)).toEqual(['inserted', 'inserted', 'inserted', 'exists']);
      expect(await store.days(daySamples)).toEqual([first, second, third]);
      await store.dropDay(daySamples, second);
      await store.dropDay(daySamples, '1999-01-01');
      expect(await store.days(daySamples)).toEqual([first, third]);
      expect(await store.get(daySamples, `${second}.a`)).toBeUndefined();
      const again = await opened.reopen();
      expect(await again.days(daySamples)).toEqual([first, third]);
      expect(await again.insert(daySamples, ofDay(second, 'a'))).toBe('inserted');
      expect(await again.days(daySamples)).toEqual([first, second, third]);
    }),
  );

  test(
    'a day that holds nothing is not listed',
    using(open, async (store) => {
      await store.insert(daySamples, ofDay(first, 'a'));
      await store.delete(daySamples, `${first}.a`);
      await store.delete(daySamples, `${second}.a`);
      expect(await store.get(daySamples, `${third}.a`)).toBeUndefined();
      expect(await store.update(daySamples, ofDay(third, 'a'), 1)).toBe('missing');
      expect(await store.days(daySamples)).toEqual([]);
    }),
  );

  test(
    'find, count and stream must name the day; an insert must fit its day',
    using(open, async (store) => {
      await expect(store.find(daySamples, { where: {}, limit: 1 })).rejects.toThrow(/name the day/);
      await expect(store.count(daySamples, { text: 'x' })).rejects.toThrow(StoreMisused);
      await expect(store.count(daySamples, { day: { gte: first } })).rejects.toThrow(StoreMisused);
      const streamed = store.stream(daySamples, { where: {} })[Symbol.asyncIterator]();
      await expect(streamed.next()).rejects.toThrow(StoreMisused);
      for (const wrong of [
        { _id: 'a', day: first },
        { _id: `${second}.a`, day: first },
      ]) {
        await expect(store.insert(daySamples, wrong)).rejects.toThrow(StoreMisused);
      }
      await expect(store.dropDay(samples, first)).rejects.toThrow(StoreMisused);
    }),
  );

  test(
    'an answer over several days is in order across them',
    using(open, async (store) => {
      const batch: DaySample[] = days.flatMap((day, at) => [
        ofDay(day, 'x', { number: 10 - at, text: 'x' }),
        ofDay(day, 'y', { number: 3 + at }),
      ]);
      await store.insertMany(daySamples, batch);
      const numbers = async (direction: 'asc' | 'desc') => {
        const order = { by: 'number', direction } as const;
        const page = await store.find(daySamples, { where: { day: { in: days } }, order, limit: 4 });
        const rest = await store.find(daySamples, {
          where: { day: { in: days } },
          order,
          limit: 4,
          after: page.next ?? '',
        });
        return [...page.items, ...rest.items].map(({ number }) => number);
      };
      expect(await numbers('asc')).toEqual([3, 4, 5, 8, 9, 10]);
      expect(await numbers('desc')).toEqual([10, 9, 8, 5, 4, 3]);
      expect(await store.count(daySamples, { day: { in: [first, third, '1999-01-01'] }, text: 'x' })).toBe(2);
    }),
  );
};
