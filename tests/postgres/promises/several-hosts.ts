import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { Client } from 'pg';
import { daySamples, days, numbered, ofDay, samples } from '../../adapters/document-store/samples';
import { askDirectly, newSchema } from '../databases';

/** Two stores with pools of their own over one schema, as two hosts have them. */
const withTwo =
  (url: () => string, body: (one: DocumentStore, other: DocumentStore, schema: string) => Promise<void>) =>
  async () => {
    const schema = newSchema();
    const stores = await Promise.all([1, 2].map(() => openPostgresStore({ url: url(), schema, connections: 4 })));
    try {
      const [one, other] = stores;
      if (one && other) await body(one, other, schema);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
      await askDirectly(url(), `DROP SCHEMA "${schema}" CASCADE`);
    }
  };

const inserted = (answers: readonly string[]) => answers.filter((answer) => answer === 'inserted').length;

const deadlocks = async (url: string): Promise<number> => {
  const [row] = await askDirectly<{ n: string }>(url, 'SELECT sum(deadlocks) AS n FROM pg_stat_database');
  return Number(row?.n);
};

/** Several hosts at once on one database. */
export const severalHosts = (url: () => string): void => {
  test(
    'two hosts make the schema, a new day and its documents at the same moment: each id is given once',
    withTwo(url, async (one, other) => {
      for (const day of days) {
        const batch = numbered(300).map(({ _id }) => ofDay(day, _id));
        const answers = await Promise.all(
          [one, other].flatMap((store) => batch.map((document) => store.insert(daySamples, document))),
        );
        expect(inserted(answers)).toBe(300);
        expect(await other.count(daySamples, { day })).toBe(300);
      }
      expect(await one.days(daySamples)).toEqual([...days]);
    }),
  );

  test(
    'batches of the same ids in opposite orders never wait for each other in a circle',
    withTwo(url, async (one, other) => {
      await Promise.all([one, other].map((store) => store.insertMany(samples, numbered(10))));
      const before = await deadlocks(url());
      for (let round = 0; round < 8; round += 1) {
        const batch = numbered(700).map((each) => ({ ...each, _id: `${round}-${each._id}` }));
        const answers = await Promise.all([
          one.insertMany(samples, batch),
          other.insertMany(samples, [...batch].reverse()),
        ]);
        expect(inserted(answers.flat())).toBe(700);
      }
      // The server counts them a second late.
      await sleep(1_200);
      expect(await deadlocks(url())).toBe(before);
    }),
    30_000,
  );

  test(
    'what one host acknowledged the other sees; updates of both lose nothing',
    withTwo(url, async (one, other) => {
      await one.insert(samples, { _id: 'sum', number: 0 });
      const addOne = async (store: DocumentStore): Promise<void> => {
        const found = await store.get(samples, 'sum');
        if (!found) throw new Error('gone');
        const answer = await store.update(samples, { ...found, number: (found.number ?? 0) + 1 }, found._v);
        if (answer === 'conflict') await addOne(store);
      };
      await Promise.all(Array.from({ length: 30 }, (_, at) => addOne(at % 2 === 0 ? one : other)));
      expect(await other.get(samples, 'sum')).toEqual({ _id: 'sum', number: 30, _v: 31 });
    }),
  );

  test(
    'a day that the other host dropped reads as empty and is made anew by the next write',
    withTwo(url, async (one, other) => {
      const [day] = days;
      await one.insert(daySamples, ofDay(day, 'a'));
      expect(await other.count(daySamples, { day })).toBe(1);
      await one.dropDay(daySamples, day);
      expect(await other.get(daySamples, `${day}.a`)).toBeUndefined();
      expect(await other.count(daySamples, { day })).toBe(0);
      await one.insert(daySamples, ofDay(day, 'b'));
      await other.dropDay(daySamples, day);
      expect(await one.insert(daySamples, ofDay(day, 'a'))).toBe('inserted');
      expect(await other.days(daySamples)).toEqual([day]);
    }),
  );

  test(
    'a dump in progress holds up neither a new day nor its scans; a day that it reads is dropped later',
    withTwo(url, async (one, other, schema) => {
      const [first, second] = days;
      await one.insert(daySamples, ofDay(first, 'a'));
      const dump = new Client({ connectionString: url() });
      await dump.connect();
      await dump.query(`BEGIN; LOCK TABLE "${schema}"."c_daySamples" IN ACCESS SHARE MODE`);
      expect(await other.insert(daySamples, ofDay(second, 'a'))).toBe('inserted');
      await expect(one.dropDay(daySamples, first)).rejects.toThrow(StoreRefused);
      await dump.query('COMMIT');
      await dump.end();
      await one.dropDay(daySamples, first);
      expect(await other.days(daySamples)).toEqual([second]);
    }),
    20_000,
  );
};
