import { StoreMisused, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { Client } from 'pg';
import { using } from '../../adapters/document-store/opened';
import { numbered, samples } from '../../adapters/document-store/samples';
import { askDirectly, storesIn } from '../databases';

/** Statements that take too long, and documents that cannot be written. */
export const timeOuts = (url: () => string): void => {
  test(
    'a statement that takes too long is ended and refused, nothing of it is kept, and the next one succeeds',
    using(storesIn(url, { statementTimeoutMs: 300 }), async (store) => {
      await store.insertMany(samples, numbered(5));
      const tables = await askDirectly<{ schema: string }>(
        url(),
        `SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'c_samples' ORDER BY schemaname`,
      );
      expect(tables).toHaveLength(1);
      const blocker = new Client({ connectionString: url() });
      await blocker.connect();
      await blocker.query(`BEGIN; LOCK TABLE "${tables[0]?.schema}".c_samples`);
      await expect(store.insert(samples, { _id: 'new' })).rejects.toThrow(StoreRefused);
      await expect(store.update(samples, { _id: 's0001' }, 1)).rejects.toThrow(StoreRefused);
      await expect(store.count(samples, {})).rejects.toThrow(StoreRefused);
      await expect(store.get(samples, 's0001')).rejects.toThrow(StoreRefused);
      await blocker.query('ROLLBACK');
      await blocker.end();
      expect(await store.get(samples, 'new')).toBeUndefined();
      expect(await store.get(samples, 's0001')).toMatchObject({ number: 1, _v: 1 });
      expect(await store.insert(samples, { _id: 'new' })).toBe('inserted');
    }),
  );

  test(
    'a document that no index can hold fails alone; those that were gathered with it are written',
    using(storesIn(url), async (store) => {
      await store.insert(samples, { _id: 'first' });
      // Chance, so that no compression makes it fit.
      const long = Array.from({ length: 9_000 }, () => Math.random().toString(36).slice(2, 3)).join('');
      const answers = await Promise.allSettled([
        store.insert(samples, { _id: 'a' }),
        store.insert(samples, { _id: 'b', text: long }),
        store.insert(samples, { _id: 'c', loose: long }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(answers[1]).toMatchObject({ reason: expect.any(StoreMisused) });
      expect(await store.count(samples, {})).toBe(3);
    }),
  );
};
