import { chooseIndex } from '@tongcheng/cloudfunctions/adapters/sqlite/choose-index';
import { specOf } from '@tongcheng/cloudfunctions/adapters/sqlite/collection-spec';
import { columnConditions } from '@tongcheng/cloudfunctions/adapters/sqlite/conditions';
import { type ScanRecord, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { readOrder } from '@tongcheng/cloudfunctions/ports/document-query';
import type { Collection, Doc, DocumentStore, Order, Where } from '@tongcheng/cloudfunctions/ports/document-store';
import { addDays, type Day, dayStart } from '@tongcheng/shared/time';
import { idAt } from '../world/callers';
import { type Installation, openInstallation, townSettings } from '../world/installation';
import { clock } from '../world/ride-settings';
import { questionAbout, ride, traceIn } from './traced-town';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation([townSettings]);
});
afterEach(() => here.close());

const noon = clock('12:00:00');

interface Asked<D extends Doc> {
  readonly where: Where<D>;
  readonly order?: Order<D> | undefined;
}

/** The index by which the embedded store answers where nothing but a rider narrows to few rows: where a city is large enough. */
function indexInLargeCity<D extends Doc>(from: Collection<D>, { where, order }: Asked<D>): string | undefined {
  const [spec, conditions] = [specOf(from), columnConditions(where)];
  const isNarrow = () => 'rider' in where;
  return chooseIndex(spec, conditions, readOrder(spec.daily, conditions, order), isNarrow)?.name;
}

/** The real store, with the fields that each question about documents names, and the rows that came back. */
function watched(store: DocumentStore) {
  const seen = { asked: [] as string[], rows: 0, indexes: new Set<string>() };
  const note = <D extends Doc>(verb: string, from: Collection<D>, { where, order }: Asked<D>) => {
    seen.asked.push(`${verb} ${from.name} ${Object.keys(where).sort().join()}`);
    seen.indexes.add(`${from.name} by ${indexInLargeCity(from, { where, order })}`);
  };
  const watching: DocumentStore = {
    ...store,
    find: async (from, query) => {
      note('find', from, query);
      const page = await store.find(from, query);
      seen.rows += page.items.length;
      return page;
    },
    stream: async function* (from, query) {
      note('stream', from, query);
      for await (const batch of store.stream(from, query)) {
        seen.rows += batch.length;
        yield batch;
      }
    },
  };
  return { seen, store: watching };
}

/** So many scans a day in another bus, by riders who never met the index rider. */
async function moreOfTheCity(days: readonly Day[], count: number): Promise<void> {
  for (const day of days) {
    const vault = await here.needs.vault.day('420100', day);
    if (!vault) throw new Error('the day opens');
    const [first] = (await here.store.find(scans, { where: { day: '2022-06-02' }, limit: 1 })).items;
    if (!first) throw new Error('somebody scanned');
    const { _v, ...one } = first;
    const made = Array.from({ length: count }, (_, i): ScanRecord => {
      const scannedAt = dayStart(day, 3) + i * 1_000;
      const _id = `${day}.${idAt(scannedAt)}`;
      const subjectId = `p_${day}-${i}`;
      const rider = { rider: vault.pseudonym(subjectId), sealed: vault.seal(_id, { subjectId }) };
      return { ...one, _id, day, scannedAt, recordedAt: scannedAt, venueId: 'bus-2', ...rider };
    });
    for (let at = 0; at < made.length; at += 1_000) await here.store.insertMany(scans, made.slice(at, at + 1_000));
  }
}

test('W-26 what one case reads is set by its rider and its places, not by the city', async () => {
  await ride(here, 'case', noon, [
    ['bus1', clock('08:00:00')],
    ['bus1', clock('08:30:00')],
    ['hankou', clock('09:00:00')],
    ['carriage', clock('09:30:00')],
  ]);
  for (const name of ['a', 'b', 'c'])
    await ride(here, name, noon, [
      ['bus1', clock('08:10:00')],
      ['bus1', clock('08:40:00')],
    ]);
  const question = questionAbout('case', { from: '2022-05-30', to: '2022-06-03' });
  const days = [-3, -2, -1, 0, 1].map((each) => addDays('2022-06-02', each));
  const costs = [];
  for (const count of [10, 90, 900]) {
    await moreOfTheCity(days, count);
    const { seen, store } = watched(here.store);
    const found = await traceIn({ ...here, needs: { ...here.needs, store } }, question);
    expect(found.exposures).toHaveLength(3);
    const ofScans = seen.asked.filter((each) => each.includes(' scans ') || each.includes(' refusals '));
    expect(ofScans.filter((each) => !/\b(rider|venueId)\b/.test(each))).toEqual([]);
    // Whole days gone through in the order of their ids answer the same, and cost what the city is large.
    const ofScanIndexes = [...seen.indexes].filter((each) => each.startsWith('scans '));
    expect(ofScanIndexes.sort()).toEqual(['scans by city+rider+recordedAt', 'scans by venueId+recordedAt']);
    costs.push({ questions: ofScans.length, rows: seen.rows });
  }
  expect(costs).toEqual([costs[0], costs[0], costs[0]]);
  expect(costs[0]?.rows).toBeLessThan(40);
});
