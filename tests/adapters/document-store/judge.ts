import type { Collection, Condition, Order, Query, Where } from '@tongcheng/cloudfunctions/ports/document-store';
import fc from 'fast-check';
import { find } from 'mingo';
import { type OpenedStore, type OpenStore, using } from './opened';
import { allPages } from './pages';
import { type DaySample, daySamples, days, ofDay, type Sample, samples } from './samples';

const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'A', '中', '😀', '$a', `'`, '"', 'a\u0000', 'a\u0001'),
  fc.string({ maxLength: 3 }),
);
const number = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value === 0 || Math.abs(value) > 1e-15),
  fc.constantFrom(0.1, 0.1 + 0.2, Number.MAX_SAFE_INTEGER),
);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));

const sample = fc
  .record(
    { text, number, flag: fc.option(fc.boolean()), mixed: scalar, loose: scalar, anything: fc.array(number) },
    { requiredKeys: [] },
  )
  .map((document): Omit<Sample, '_id'> => JSON.parse(JSON.stringify(document)));

const ids = fc.oneof(
  text.filter((id) => id !== ''),
  fc.string({ minLength: 1 }),
);

const among = <V>(values: fc.Arbitrary<V>) => fc.array(values, { maxLength: 5 }).map((list) => ({ in: list }));
const rangeOf = <V>(values: fc.Arbitrary<V>) =>
  fc.oneof(
    fc.tuple(values, values).map(([gte, lt]) => ({ gte, lt })),
    fc.tuple(values, values).map(([gt, lte]) => ({ gt, lte })),
    values.map((gt) => ({ gt })),
    values.map((lte) => ({ lte })),
  );
const ofScalar = fc.oneof(scalar, among(scalar), rangeOf(text), rangeOf(number));

const where: fc.Arbitrary<Where<Sample>> = fc.record(
  {
    text: fc.oneof(text, among(text), rangeOf(text)),
    number: fc.oneof(number, among(number), rangeOf(number)),
    flag: fc.oneof(fc.boolean(), fc.constant(null), among(fc.boolean())),
    mixed: ofScalar,
    loose: ofScalar,
    _id: fc.oneof(ids, rangeOf(text)),
  },
  { requiredKeys: [] },
);

const order: fc.Arbitrary<Order<Sample>> = fc.record({
  by: fc.constantFrom('text', 'number', 'flag', 'mixed', 'loose', '_id'),
  direction: fc.constantFrom('asc', 'desc'),
});

/** Mostly none or one: two at random match nearly nothing, and an answer of nothing proves nothing. */
const fewConditions = fc
  .tuple(where, fc.constantFrom(0, 0, 1, 1, 1, 2), fc.nat(5))
  .map(([all, count, from]) => [...Object.entries(all).slice(from), ...Object.entries(all)].slice(0, count))
  .map((chosen) => Object.fromEntries(chosen));
const asked = fc.record({ where: fewConditions, order, limit: fc.integer({ min: 1, max: 6 }) });

const words: Readonly<Record<string, string>> = { gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte', in: '$in' };

const inJudgesWords = (condition: Condition<unknown> | undefined) =>
  typeof condition === 'object' && condition !== null
    ? Object.fromEntries(Object.entries(condition).map(([name, value]) => [words[name] ?? name, value]))
    : { $eq: condition };

/** What mingo, which knows nothing of our adapters, says the answer is. */
const judged = <D extends Sample>(documents: readonly D[], query: Pick<Query<D>, 'where' | 'order'>) => {
  const filter = Object.fromEntries(Object.entries(query.where).map(([field, each]) => [field, inJudgesWords(each)]));
  const direction = query.order?.direction === 'desc' ? -1 : 1;
  const by = query.order?.by ?? '_id';
  return find<D>([...documents], filter)
    .sort({ [by]: direction, _id: direction })
    .all();
};

const unversioned = (found: readonly unknown[]) => found.map((each) => ({ ...Object(each), _v: undefined }));

/** Asks every question about exactly these documents; how many were met. */
const compare = async <D extends Sample>(
  { store, clear }: Pick<OpenedStore, 'store' | 'clear'>,
  of: Collection<D>,
  kept: readonly D[],
  queries: readonly Query<D>[],
): Promise<number> => {
  await store.insertMany(of, kept);
  let met = 0;
  try {
    for (const query of queries) {
      const found = await allPages((after) => store.find(of, { ...query, ...after }));
      expect(unversioned(found)).toEqual(judged(kept, query));
      expect(await store.count(of, query.where)).toBe(found.length);
      met += found.length;
    }
  } finally {
    await (clear ? clear() : Promise.all(kept.map(({ _id }) => store.delete(of, _id))));
  }
  return met;
};

/** Random documents and questions, answered like MongoDB’s language says. */
export const judgedByMingo = (open: OpenStore): void => {
  const documents = fc.uniqueArray(fc.tuple(ids, sample), { selector: ([id]) => id, minLength: 4, maxLength: 30 });
  const questions = fc.array(asked, { minLength: 4, maxLength: 8 });

  test(
    'any question is answered like mingo answers it, page by page',
    using(open, async (_store, opened) => {
      let met = 0;
      const property = fc.asyncProperty(documents, questions, async (drawn, queries) => {
        const kept: Sample[] = drawn.map(([_id, fields]) => ({ ...fields, _id }));
        met += await compare(opened, samples, kept, queries);
      });
      await fc.assert(property, { numRuns: 150 });
      expect(met).toBeGreaterThan(2_000);
    }),
    120_000,
  );

  test(
    'so is any question over days',
    using(open, async (_store, opened) => {
      let met = 0;
      const spread = fc.array(fc.tuple(fc.constantFrom(...days), sample), { minLength: 8, maxLength: 30 });
      const asking = fc.subarray([...days], { minLength: 1 });
      const property = fc.asyncProperty(spread, questions, asking, async (drawn, queries, named) => {
        const kept: DaySample[] = drawn.map(([day, fields], at) => ofDay(day, `${at}`, fields));
        const full = queries.map((query) => ({ ...query, where: { ...query.where, day: { in: named } } }));
        met += await compare(opened, daySamples, kept, full);
      });
      await fc.assert(property, { numRuns: 100 });
      expect(met).toBeGreaterThan(1_000);
    }),
    120_000,
  );
};
