import { closePerson, forgetPerson } from '@tongcheng/cloudfunctions/app/identity/erasure/close-person';
import { makeEraser } from '@tongcheng/cloudfunctions/app/retention/erase-records';
import { everyCollection } from '@tongcheng/cloudfunctions/app/retention/every-collection';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { anyCollection } from '@tongcheng/cloudfunctions/ports/any-collection';
import { collection, type Doc } from '@tongcheng/cloudfunctions/ports/document-store';
import { newId } from '@tongcheng/shared/ids';
import { dayMs, dayOf } from '@tongcheng/shared/time';
import { openSweeping } from './sweeping';

interface OfPerson extends Doc {
  readonly personId: string;
}
interface OfDay extends Doc {
  readonly day: string;
  readonly personId: string;
}

/** Nothing but these declarations makes the collections known. */
const notes = collection<OfPerson>()({
  name: 'throw-away-notes',
  keep: { until: 'owner' },
  belongs: { to: 'person', by: 'personId', erased: 'at-once', exported: { not: 'a test' } },
  indexes: [['personId']],
});
const daily = collection<OfDay>()({
  name: 'throw-away-days',
  keep: { until: 'days', days: 3 },
  belongs: { to: 'person', by: 'personId', erased: 'at-once', exported: { not: 'a test' } },
  partition: 'day',
  indexes: [['personId']],
});
const sealed = collection<Doc>()({
  name: 'throw-away-sealed',
  keep: { until: 'owner' },
  belongs: { to: 'person', by: '_id', erased: 'with-key', exported: { not: 'a test' } },
  indexes: [],
});
const old = collection<Doc>()({
  name: 'throw-away-old',
  keep: { until: 'age', days: 10 },
  belongs: { to: 'nobody' },
  indexes: [],
});
const manifests = collection<OfDay>()({
  name: 'throw-away-manifests',
  keep: { until: 'coach-retention' },
  belongs: { to: 'rider-of-day', exported: { not: 'a test' } },
  partition: 'day',
  indexes: [],
});

let opened: Awaited<ReturnType<typeof openSweeping>>;
beforeEach(async () => {
  opened = await openSweeping();
});
afterEach(() => opened.close());

const today = () => dayOf(opened.needs.clock.now());
const ofDay = (day: string, personId: string): OfDay => ({ _id: `${day}.${personId}`, day, personId });
const collections = [...everyCollection, anyCollection(notes), anyCollection(daily), anyCollection(sealed)];

test('a collection that is declared to belong to a person is erased with them, and nobody else’s documents', async () => {
  const { needs, store } = opened;
  const day = today();
  for (const personId of ['leaving', 'staying']) {
    await store.insert(notes, { _id: `note of ${personId}`, personId });
    await store.insert(daily, ofDay(day, personId));
    await store.insert(sealed, { _id: personId });
  }
  const eraser = makeEraser(store, collections);
  const closing = { ...needs, eraser, tracingHoldUntil: async () => '2030-01-01' };
  await closePerson(closing, 'leaving');
  expect(await store.get(notes, 'note of leaving')).toBeUndefined();
  expect(await store.get(daily, `${day}.leaving`)).toBeUndefined();
  // A ride of theirs may still have to be traced: what is erased with the key stays until then.
  expect(await store.get(sealed, 'leaving')).toBeDefined();
  await forgetPerson(closing, 'leaving');
  expect(await store.get(sealed, 'leaving')).toBeUndefined();
  expect(await store.count(notes, {})).toBe(1);
  expect(await store.count(daily, { day })).toBe(1);
  expect(await store.count(sealed, {})).toBe(1);
});

test('the sweeper drops days, coach days and old documents as they are declared', async () => {
  const { needs, store } = opened;
  const first = today();
  await store.insert(daily, ofDay(first, 'a'));
  await store.insert(manifests, ofDay(first, 'a'));
  await store.insert(old, { _id: newId(needs.clock.now(), needs.chance.bytes) });
  const declared = [anyCollection(daily), anyCollection(old), anyCollection(manifests)];
  needs.clock.pass(3 * dayMs);
  await sweep(needs, declared);
  expect(await store.days(daily)).toEqual([first]);
  needs.clock.pass(dayMs);
  await sweep(needs, declared);
  expect(await store.days(daily)).toEqual([]);
  expect(await store.count(old, {})).toBe(1);
  needs.clock.pass(7 * dayMs);
  await sweep(needs, declared);
  expect(await store.count(old, {})).toBe(0);
  needs.clock.pass(389 * dayMs);
  await sweep(needs, declared);
  expect(await store.days(manifests)).toEqual([first]);
  needs.clock.pass(dayMs);
  await sweep(needs, declared);
  expect(await store.days(manifests)).toEqual([]);
});

test('a collection without retention or without belonging does not compile', () => {
  // @ts-expect-error nothing says how long it is kept
  collection<Doc>()({ name: 'a', belongs: { to: 'nobody' }, indexes: [] });
  // @ts-expect-error nothing says whose it is
  collection<Doc>()({ name: 'a', keep: { until: 'owner' }, indexes: [] });
  collection<Doc>()({
    name: 'a',
    keep: { until: 'owner' },
    // @ts-expect-error a field that its documents do not have
    belongs: { to: 'account', by: 'no', erased: 'with-account', exported: { not: 'a test' } },
    indexes: [],
  });
  // @ts-expect-error days are ended by the day
  collection<OfDay>()({
    name: 'a',
    keep: { until: 'owner' },
    belongs: { to: 'nobody' },
    partition: 'day',
    indexes: [],
  });
  // @ts-expect-error what is not kept by the day cannot be dropped by the day
  collection<Doc>()({ name: 'a', keep: { until: 'city-retention' }, belongs: { to: 'nobody' }, indexes: [] });
  expect(everyCollection.every(({ keep, belongs }) => keep.until.length > 0 && belongs.to.length > 0)).toBe(true);
});

test('the owner’s field is `_id` or the first of an index, so that erasing never searches a whole collection', async () => {
  const slow: string[] = [];
  for (const { name, belongs, visit } of everyCollection) {
    if (!('by' in belongs) || belongs.by === '_id' || belongs.erased.startsWith('by-')) continue;
    const indexes = await visit<readonly (string | undefined)[]>({
      of: async (each) => each.indexes.map(([field]) => field),
    });
    if (!indexes.some((field) => field === belongs.by)) slow.push(name);
  }
  expect(slow).toEqual([]);
});
