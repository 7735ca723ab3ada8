import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { type Postgres, startPostgres } from '../servers/postgres';
import { type Mark, marks, tallies } from '../store/kill-records';
import { until } from '../world/until';

const day = '2026-11-21';
const kills = 4;
const writers = 16;

let server: Postgres | undefined;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server?.stop());

interface Seen {
  readonly kept: Set<string>;
  readonly refused: Set<string>;
  readonly tallies: Map<number, { value: number; refusals: number }>;
}

/** Writes until told to stop: one by one, sometimes several at once, and raises a tally of its own. */
const write = async (store: DocumentStore, writer: number, seen: Seen, isOver: () => boolean) => {
  for (let at = 0; !isOver(); at += 1) {
    const ids = Array.from({ length: at % 5 === 0 ? 7 : 1 }, (_, part) => `${day}.${writer}-${at}-${part}`);
    const batch = ids.map((_id): Mark => ({ _id, day, writer, place: `p${at % 500}`, at, echo: _id }));
    const answer = await store.insertMany(marks, batch).catch((fault: unknown) => fault);
    if (Array.isArray(answer)) expect(answer).toEqual(ids.map(() => 'inserted'));
    else expect(answer).toBeInstanceOf(StoreRefused);
    for (const id of ids) (Array.isArray(answer) ? seen.kept : seen.refused).add(id);
    if (at % 3 === 0) await raise(store, writer, seen);
  }
};

const raise = async (store: DocumentStore, writer: number, seen: Seen) => {
  const tally = seen.tallies.get(writer) ?? { value: 0, refusals: 0 };
  seen.tallies.set(writer, tally);
  try {
    const found = await store.get(tallies, `w${writer}`);
    const next = { _id: `w${writer}`, value: (found?.value ?? 0) + 1 };
    const answer = found ? await store.update(tallies, next, found._v) : await store.insert(tallies, next);
    expect(['inserted', 'updated']).toContain(answer);
    tally.value += 1;
  } catch (fault) {
    expect(fault).toBeInstanceOf(StoreRefused);
    tally.refusals += 1;
  }
};

test('safety rule 4: a server killed and restarted under load loses and doubles nothing acknowledged, and is waited for', async () => {
  const running = server;
  if (!running) throw new Error('no server');
  const options = { url: running.url, schema: 'kills', retryBudgetMs: 10_000 };
  const stores = [await openPostgresStore(options), await openPostgresStore(options)];
  const seen: Seen = { kept: new Set(), refused: new Set(), tallies: new Map() };
  let over = false;
  const writing = stores.flatMap((store, host) =>
    Array.from({ length: writers / 2 }, (_, at) => write(store, host * 100 + at, seen, () => over)),
  );
  for (let kill = 0; kill < kills; kill += 1) {
    const keptBefore = seen.kept.size;
    await until(() => seen.kept.size > keptBefore + 150 + 70 * kill);
    await running.kill();
    await running.start();
  }
  const keptBefore = seen.kept.size;
  await until(() => seen.kept.size > keptBefore + 150);
  over = true;
  await Promise.all(writing);
  await Promise.all(stores.map((store) => store.close()));

  const after = await openPostgresStore(options);
  const found = new Map<string, string>();
  for await (const batch of after.stream(marks, { where: { day } }))
    for (const { _id, echo } of batch) {
      expect(found.has(_id)).toBe(false);
      found.set(_id, echo);
    }
  expect(seen.kept.size).toBeGreaterThan(500);
  for (const id of seen.kept) expect(found.get(id)).toBe(id);
  for (const [id] of found) expect(seen.kept.has(id) || seen.refused.has(id)).toBe(true);
  expect(await after.count(marks, { day, writer: { gte: 0 } })).toBe(found.size);
  for (const [writer, { value, refusals }] of seen.tallies) {
    const kept = (await after.get(tallies, `w${writer}`))?.value ?? 0;
    expect(kept).toBeGreaterThanOrEqual(value);
    expect(kept).toBeLessThanOrEqual(value + refusals);
  }
  // The retries outlast a restart: nobody who waited was refused.
  expect(seen.refused.size).toBe(0);
  await after.close();
}, 90_000);

test('a server that stays away is a refusal within the retry budget, and all is well when it is back', async () => {
  const running = server;
  if (!running) throw new Error('no server');
  const store = await openPostgresStore({ url: running.url, schema: 'away', retryBudgetMs: 400 });
  await store.insert(tallies, { _id: 'a', value: 1 });
  await running.kill();
  const asked = [store.insert(tallies, { _id: 'b', value: 1 }), store.get(tallies, 'a'), store.count(tallies, {})];
  for (const answer of await Promise.allSettled(asked))
    expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(StoreRefused) });
  await running.start();
  expect(await store.insert(tallies, { _id: 'b', value: 1 })).toBe('inserted');
  expect(await store.count(tallies, {})).toBe(2);
  await store.close();
}, 30_000);
