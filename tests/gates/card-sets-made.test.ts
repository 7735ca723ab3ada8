import { cardMarks, cardTokens } from '@tongcheng/cloudfunctions/app/cards/card-token-record';
import { makeCardSets } from '@tongcheng/cloudfunctions/app/gates/make-card-sets';
import { cardSets } from '@tongcheng/cloudfunctions/app/gates/set-record';
import { epochKeys } from '@tongcheng/cloudfunctions/vault/records';
import { epochAt } from '@tongcheng/shared/gates/epoch';
import { cardStatus } from '@tongcheng/shared/gates/status-byte';
import { dayMs, hourMs } from '@tongcheng/shared/time';
import { cardHolder, type GateTown, openGate, openGateTown } from './gate-town';

jest.setTimeout(120_000);

let town: GateTown;
beforeEach(async () => {
  town = await openGateTown();
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const state = (byte: number | undefined) => byte !== undefined && cardStatus(byte, town.needs.clock.now()).state;

test('B-06 a linked card is in the next set with its holder’s status, and out of it once it is unlinked', async () => {
  await town.make();
  const gate = await openGate(town);
  const first = await gate.fetch();
  expect(first.held.cards.count()).toBe(0);
  const holder = await cardHolder(town.town, 0);
  await town.nextMake();
  const second = await gate.fetch(first.held);
  expect(second.links.deltas).toHaveLength(1);
  expect(state(await gate.statusIn(second.held, holder))).toBe('tested');
  await town.ask('cards.unbind-card', { cardId: holder.cardId }, holder.accessToken);
  await town.nextMake();
  const third = await gate.fetch(second.held);
  expect(await gate.statusIn(third.held, holder)).toBeUndefined();
  expect(third.held.header.version).toBe(3);
  expect(await town.needs.store.count(cardMarks, {})).toBe(0);
  expect(await town.needs.store.count(cardTokens, {})).toBe(0);
});

test('B-11 a status that turns red is red in the next delta, and a gate that was away gets there by deltas or by the snapshot alike', async () => {
  const holder = await cardHolder(town.town, 0);
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  const { held } = await gate.fetch();
  expect(state(await gate.statusIn(held, holder))).toBe('tested');
  town.platform.say(holder.documentNumber, town.platform.red());
  await town.nextMake();
  const byDelta = await gate.fetch(held);
  const anew = await gate.fetch();
  expect(state(await gate.statusIn(byDelta.held, holder))).toBe('red');
  expect(anew.held.cards.check()).toBe(byDelta.held.cards.check());
});

test('B-11 while the source is away nothing is said to be newer, and a status that ended is unknown: never green for ever', async () => {
  const holder = await cardHolder(town.town, 0);
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  const before = await gate.fetch();
  town.platform.platform.away = true;
  await town.nextMake();
  expect((await town.head()).version).toBe(before.held.header.version);
  // A status is over within the hour of its end.
  town.pass(2 * dayMs + hourMs);
  await town.make();
  const { held } = await gate.fetch(before.held);
  expect(state(await gate.statusIn(held, holder))).toBe('unknown');
  expect(held.header.madeAt).toBe(before.held.header.madeAt);
});

test('B-11 a card that is linked while the source is away goes to staff, and has its status once the source is back', async () => {
  town.platform.platform.away = true;
  const holder = await cardHolder(town.town, 0);
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  const { held } = await gate.fetch();
  expect(state(await gate.statusIn(held, holder))).toBe('unknown');
  town.platform.platform.away = false;
  await town.nextMake();
  expect(state(await gate.statusIn((await gate.fetch(held)).held, holder))).toBe('tested');
});

test('B-11 a new week hashes all cards under a new key, keeps what is known, erases the old key, and never goes back in version', async () => {
  const holder = await cardHolder(town.town, 0);
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  const before = await gate.fetch();
  const byteBefore = await gate.statusIn(before.held, holder);
  const { endsAt, name } = epochAt(town.needs.clock.now());
  // Nobody may look a status up anew: what is known is carried over.
  town.pass(endsAt - hourMs - town.needs.clock.now());
  town.platform.say(holder.documentNumber, town.platform.green());
  await town.make();
  const last = await gate.fetch(before.held);
  const asked = town.platform.followed.size;
  town.pass(hourMs);
  // The week is over and its last set stands still: gates that start now get the key of that set, and the next one.
  expect(await gate.keys()).toMatchObject({ epoch: name });
  await town.make();
  const after = await gate.fetch(last.held);
  expect(after.held.header.epoch).not.toBe(name);
  expect(after.held.header.version).toBe(last.held.header.version + 1);
  expect(state(await gate.statusIn(after.held, holder))).toBe('tested');
  expect(byteBefore).toBeDefined();
  expect(town.platform.followed.size).toBe(asked);
  expect(await town.needs.store.get(epochKeys, `420100.${name}`)).toMatchObject({ wrapped: null });
});

test('B-11 in the last hours of a week gates get the key of the next one before it begins, and it is the one that its set is made with', async () => {
  await town.make();
  const gate = await openGate(town);
  const { endsAt } = epochAt(town.needs.clock.now());
  town.pass(endsAt - 2 * hourMs - town.needs.clock.now());
  const early = await gate.ask('gates.get-keys');
  expect(early.value).toMatchObject({ next: { startsAt: endsAt } });
  town.pass(2 * hourMs);
  await town.make();
  const now = await gate.ask('gates.get-keys');
  expect(now.value).toMatchObject({
    epochKey: Reflect.get(Object(Reflect.get(Object(early.value), 'next')), 'epochKey'),
  });
  expect(Object.keys(Object(now.value))).not.toContain('next');
});

test('B-11 of several makers at once one makes the version, and no file of another is given out', async () => {
  await cardHolder(town.town, 0);
  await town.make();
  town.pass(5 * 60_000);
  // Without the lease, as after one that ran out while its holder was busy.
  const free = {
    ...town.needs,
    statusFeed: town.platform.feed,
    lease: { hold: <T>(_: string, __: number, work: () => Promise<T>) => work() },
  };
  await Promise.all([makeCardSets(free), makeCardSets(free), makeCardSets(free)]);
  const head = await town.head();
  expect(head.version).toBe(2);
  expect(head.deltas).toHaveLength(1);
  const gate = await openGate(town);
  expect((await gate.fetch()).held.header.version).toBe(2);
});

test('B-11 a maker that is cut off between its files leaves the last good set, and the next run makes the version', async () => {
  const holder = await cardHolder(town.town, 0);
  await town.make();
  const gate = await openGate(town);
  const before = await gate.fetch();
  town.pass(5 * 60_000);
  for (const good of [0, 1]) {
    let puts = 0;
    const objects = {
      ...town.needs.objects,
      put: (...given: Parameters<typeof town.needs.objects.put>) => {
        puts += 1;
        return puts > good ? Promise.reject(new Error('cut off')) : town.needs.objects.put(...given);
      },
    };
    const cut = { ...town.needs, objects, statusFeed: town.platform.feed };
    await expect(makeCardSets(cut)).rejects.toThrow('not made');
    expect((await town.head()).version).toBe(before.held.header.version);
    expect((await gate.fetch()).held.cards.check()).toBe(before.held.cards.check());
  }
  await town.make();
  const { held } = await gate.fetch(before.held);
  expect(held.header.version).toBe(before.held.header.version + 1);
  expect(state(await gate.statusIn(held, holder))).toBe('tested');
});

test('B-11 cards that were linked before their city had gates are in its first set', async () => {
  const holder = await cardHolder(town.town, 0);
  for await (const batch of town.needs.store.stream(cardTokens, { where: {} }))
    for (const { _id } of batch) await town.needs.store.delete(cardTokens, _id);
  for await (const batch of town.needs.store.stream(cardMarks, { where: {} }))
    for (const { _id } of batch) await town.needs.store.delete(cardMarks, _id);
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  expect(state(await gate.statusIn((await gate.fetch()).held, holder))).toBe('tested');
});

test('B-11 where the files of a set are gone it is made anew from the cards, and gates take the new snapshot', async () => {
  const holder = await cardHolder(town.town, 0);
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  const before = await gate.fetch();
  await town.needs.objects.delete((await town.head()).snapshot.key);
  // Another process, which has nothing in memory.
  const other = new Proxy(town.needs.store, {});
  town.pass(5 * 60_000);
  const told: string[] = [];
  const log = {
    ...town.needs.log,
    event: (level: string, what: string) => void (level === 'fault' && told.push(what)),
  };
  await makeCardSets({ ...town.needs, store: other, log, statusFeed: town.platform.feed });
  expect(told).toEqual(['a card set could not be read and is made anew']);
  await town.nextMake();
  const { held } = await gate.fetch(before.held);
  expect(held.header.version).toBeGreaterThan(before.held.header.version);
  expect(state(await gate.statusIn(held, holder))).toBe('tested');
});

test('B-11 another process goes on from the files of the first', async () => {
  const holder = await cardHolder(town.town, 0);
  await town.make();
  await town.nextMake();
  town.platform.say(holder.documentNumber, town.platform.red());
  town.pass(5 * 60_000);
  await makeCardSets({ ...town.needs, store: new Proxy(town.needs.store, {}), statusFeed: town.platform.feed });
  const gate = await openGate(town);
  expect(state(await gate.statusIn((await gate.fetch()).held, holder))).toBe('red');
});

test('B-11 by the simulated city’s own platform a set is made as by any other', async () => {
  const holder = await cardHolder(town.town, 0);
  await makeCardSets(town.needs);
  town.pass(5 * 60_000);
  await makeCardSets(town.needs);
  const gate = await openGate(town);
  expect(await gate.statusIn((await gate.fetch()).held, holder)).toBeLessThan(197);
  expect(await town.needs.store.count(cardSets, {})).toBe(1);
});

test('no set says a number, a token or a person, and neither do the records beside it', async () => {
  const holder = await cardHolder(town.town, 0);
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  const token = Buffer.from(await gate.tokenOf(holder)).toString('base64url');
  const { items } = await town.needs.store.find(cardTokens, { where: {}, limit: 10 });
  const kept = JSON.stringify([items, await town.head()]);
  expect(items).toHaveLength(1);
  for (const secret of [holder.number, holder.documentNumber, token]) expect(kept).not.toContain(secret);
});
