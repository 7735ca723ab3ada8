import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { collection, type Doc } from '@tongcheng/cloudfunctions/ports/document-store';
import type { Instant } from '@tongcheng/shared/time';
import { makePeople } from '../../city/people/make-people';
import { openTown, type Town } from '../world/town';
import { guessByOrder, guessByTime, type Loot, likeness, readDocuments, rowOrders, shareOf } from './linking-attacker';
import { type CityDay, liveFirstDay } from './linking-day';

jest.setTimeout(600_000);

const people = makePeople('linking', 120).filter(
  ({ child, name, registeredName }) => !child && name === registeredName,
);
const riders = people.slice(0, 320);
/** Without a phone of their own: relatives scan for them. */
const helped = people.slice(320, 352);

/** Numbers of [0, 1) that are the same each time (a linear congruence): the day and the guesses repeat. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

let town: Town;
let lived: CityDay;
let loot: Loot;
beforeAll(async () => {
  town = await openTown(undefined, {}, people);
  lived = await liveFirstDay(town, riders, helped, seeded(11));
  loot = await readDocuments(town.needs.store, lived.day);
});
afterAll(() => town.close());

/** Who each pseudonym is, by the names that the attacker gives: an account of the person or of their family. */
const truth = () => new Map([...lived.truth].map(([rider, account]) => [rider, loot.ownerOf.get(account)]));

/** No better than chance and one of a hundred. */
const bound = () => 1 / loot.accounts.length + 0.01;

/**
 * One order of the rows is one guess for each rider, and blind guesses find one rider on average, five in one table of 270 (Poisson), more easily two of a
 * family at once: a single table is above the bound in one run of twenty for nothing. Twelve are found blindly in one table of many thousands.
 */
const neverBlindly = () => 12 / lived.truth.size;

const mean = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length;

test('X-03 X-20 times beside accounts lead to nobody’s rides: an attacker with all documents and no key does no better than chance + 1 %', () => {
  expect(lived.truth.size).toBe(riders.length + helped.length);
  expect([...truth().values()].filter((account) => account === undefined)).toEqual([]);
  expect(loot.scansOf.size).toBe(lived.truth.size);
  // Who left no trace is guessed blindly, again and again, so that luck is not taken for a leak.
  const share = mean(Array.from({ length: 40 }, (_, seed) => shareOf(guessByTime(loot, seeded(seed)), truth())));
  const found = new Set(loot.traces.map(({ where }) => where));
  console.info(
    `by time: ${(share * 100).toFixed(1)} % of ${lived.truth.size} riders, by ${loot.traces.length} traces in ${[...found].join(', ') || 'no collection'}`,
  );
  expect(share).toBeLessThanOrEqual(bound());
});

test('X-03 X-20 nor does the order in which rows lie in the files', () => {
  const copy = join(town.folder, 'copied');
  cpSync(join(town.folder, 'data', 'store'), copy, { recursive: true });
  const files = readdirSync(copy, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sqlite') && !name.includes('/scans/'))
    .map((name) => join(copy, name));
  const orders = [...rowOrders(files, loot)].map(([table, order]) => [table.slice(copy.length + 1), order] as const);
  const shares = orders.map(([table, order]) => [table, shareOf(guessByOrder(loot, order), truth())] as const);
  expect(shares.length).toBeGreaterThan(3);
  const long = orders.filter(([, order]) => order.length > 20);
  expect(long.length).toBeGreaterThan(3);
  const alike = long.map(([table, order]) => [table, likeness(loot, order, truth())] as const);
  // Six standard deviations: chance goes so far once in five hundred million tables.
  expect(alike.filter(([, deviations]) => Math.abs(deviations) > 6)).toEqual([]);
  console.info(shares.map(([table, share]) => `${table} ${(share * 100).toFixed(1)} %`).join('\n'));
  expect(shares.filter(([, share]) => share >= neverBlindly())).toEqual([]);
  expect(mean(shares.map(([, share]) => share))).toBeLessThanOrEqual(bound());
});

test('no document that names an account or a person of one holds a time finer than a day', () => {
  const traces = loot.traces.map(({ where }) => where);
  expect([...new Set(traces)]).toEqual([]);
});

test('a collection with a finer time cannot belong to a person or an account: it does not compile', () => {
  interface Fine extends Doc {
    readonly inside: readonly { readonly changedAt: Instant }[];
  }
  const declared = collection<Fine>()({
    name: 'fine-times',
    keep: { until: 'owner' },
    // @ts-expect-error the guard: without it the compiler says that nothing is wrong here
    belongs: { to: 'account', by: '_id', erased: 'with-account', exported: { not: 'a test' } },
    indexes: [],
  });
  expect(declared.name).toBe('fine-times');
});
