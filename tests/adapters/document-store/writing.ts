import { StoreMisused } from '@tongcheng/cloudfunctions/ports/document-store';
import { type OpenStore, using } from './opened';
import { numbered, type Sample, samples } from './samples';

/** Insert, get, update, delete. */
export const writing = (open: OpenStore): void => {
  test(
    'an existing id is never overwritten',
    using(open, async (store) => {
      expect(await store.insert(samples, { _id: 'a', number: 1 })).toBe('inserted');
      expect(await store.insert(samples, { _id: 'a', number: 2 })).toBe('exists');
      expect(await store.get(samples, 'a')).toEqual({ _id: 'a', number: 1, _v: 1 });
    }),
  );

  test(
    'of many inserts of one id at the same time exactly one is the first',
    using(open, async (store) => {
      const answers = await Promise.all(numbered(50).map((at) => store.insert(samples, { ...at, _id: 'same' })));
      expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1);
    }),
  );

  test(
    'many at once are answered each for itself, in order',
    using(open, async (store) => {
      await store.insert(samples, { _id: 'b', text: 'kept' });
      const batch = [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }, { _id: 'a' }];
      expect(await store.insertMany(samples, batch)).toEqual(['inserted', 'exists', 'inserted', 'exists']);
      expect(await store.get(samples, 'b')).toMatchObject({ text: 'kept' });
      expect(await store.insertMany(samples, [])).toEqual([]);
      expect(await store.insertMany(samples, numbered(1_000))).toHaveLength(1_000);
      await expect(store.insertMany(samples, numbered(1_001))).rejects.toThrow(StoreMisused);
    }),
  );

  test(
    'undefined fields are left out, a version that came along is not kept as a field',
    using(open, async (store) => {
      const carried: Sample = JSON.parse('{"_id":"a","_v":7}');
      await store.insert(samples, { ...carried, anything: { deep: [1, null, 'x'] } });
      expect(await store.get(samples, 'a')).toEqual({ _id: 'a', anything: { deep: [1, null, 'x'] }, _v: 1 });
    }),
  );

  test(
    'what is written is what the document was at the call',
    using(open, async (store) => {
      const list = [1, 2];
      const written = store.insert(samples, { _id: 'a', anything: list });
      list.push(3);
      await written;
      expect(await store.get(samples, 'a')).toMatchObject({ anything: [1, 2] });
    }),
  );

  test(
    'an update replaces the whole document and raises its version',
    using(open, async (store) => {
      await store.insert(samples, { _id: 'a', text: 'old', number: 1 });
      expect(await store.update(samples, { _id: 'a', text: 'new' }, 1)).toBe('updated');
      expect(await store.get(samples, 'a')).toEqual({ _id: 'a', text: 'new', _v: 2 });
      expect(await store.update(samples, { _id: 'a', text: 'late' }, 1)).toBe('conflict');
      expect(await store.update(samples, { _id: 'never' }, 1)).toBe('missing');
      const again = await store.find(samples, { where: { text: 'new' }, limit: 9 });
      expect(again.items.map(({ _id }) => _id)).toEqual(['a']);
      expect((await store.find(samples, { where: { text: 'old' }, limit: 9 })).items).toEqual([]);
    }),
  );

  test(
    'writers at the same time lose no update: each conflict is told',
    using(open, async (store) => {
      await store.insert(samples, { _id: 'sum', number: 0 });
      const addOne = async (): Promise<void> => {
        const found = await store.get(samples, 'sum');
        if (!found) throw new Error('gone');
        const answer = await store.update(samples, { ...found, number: (found.number ?? 0) + 1 }, found._v);
        if (answer === 'conflict') await addOne();
      };
      await Promise.all(Array.from({ length: 40 }, addOne));
      expect(await store.get(samples, 'sum')).toEqual({ _id: 'sum', number: 40, _v: 41 });
    }),
  );

  test(
    'deleting what is not there is no error; what was deleted can be inserted anew',
    using(open, async (store) => {
      await store.delete(samples, 'a');
      await store.insert(samples, { _id: 'a' });
      await store.delete(samples, 'a');
      expect(await store.get(samples, 'a')).toBeUndefined();
      expect(await store.insert(samples, { _id: 'a' })).toBe('inserted');
      expect(await store.get(samples, 'a')).toMatchObject({ _v: 1 });
    }),
  );

  test(
    'everything is there after closing and opening again',
    using(open, async (store, opened) => {
      const writes = numbered(200).map((document) => store.insert(samples, document));
      const again = await opened.reopen();
      expect(await Promise.all(writes)).toEqual(writes.map(() => 'inserted'));
      expect(await again.count(samples, {})).toBe(200);
    }),
  );
};
