import type { Query } from '@tongcheng/cloudfunctions/ports/document-store';
import { type Sample, samples } from '../adapters/document-store/samples';
import { ownStore } from '../world/instance';

const rows = 20_000;
const lasting = ownStore();
afterAll(lasting.close);

beforeAll(async () => {
  const all = Array.from({ length: rows }, (_, number) => ({
    ...{ _id: `s.${String(number).padStart(6, '0')}`, text: 't', number },
  }));
  for (let at = 0; at < rows; at += 1_000) await lasting.store.insertMany(samples, all.slice(at, at + 1_000));
});

/** Milliseconds of a page of ten, the quickest of many: nothing beside it makes it quicker than it is. */
async function quickest(query: Omit<Query<Sample>, 'limit'>): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < 30; turn += 1) {
    const startedAt = performance.now();
    await lasting.store.find(samples, { ...query, limit: 10 });
    took.push(performance.now() - startedAt);
  }
  return Math.min(...took);
}

async function cursorNear(end: number, query: Omit<Query<Sample>, 'limit'>): Promise<string> {
  let after: string | undefined;
  for (let at = 0; at < end; at += 1_000) {
    const page = await lasting.store.find(samples, { ...query, limit: 1_000, ...(after !== undefined && { after }) });
    after = page.next;
  }
  if (after === undefined) throw new Error('no page follows');
  return after;
}

test.each<[string, Omit<Query<Sample>, 'limit'>]>([
  ['of ids', { where: { _id: { gte: 's.', lt: 's/' } } }],
  ['of ids, the last first', { where: { _id: { gte: 's.', lt: 's/' } }, order: { by: '_id', direction: 'desc' } }],
  [
    'of the field of the order',
    { where: { text: 't', number: { gte: 0, lt: rows } }, order: { by: 'number', direction: 'asc' } },
  ],
  ['with one end', { where: { text: 't', number: { lt: rows } }, order: { by: 'number', direction: 'asc' } }],
])('a late page of a range %s goes over none of the rows before it', async (_what, query) => {
  const late = await quickest({ ...query, after: await cursorNear(rows - 1_000, query) });
  expect(late).toBeLessThan(5 * (await quickest(query)));
});
