import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { people as persons } from '@tongcheng/cloudfunctions/vault/records';
import { dayMs, dayOf } from '@tongcheng/shared/time';
import { keyCopy } from '../world/folders';
import { people } from '../world/people';
import { openTown, type Town } from '../world/town';
import { enrolled } from '../world/town-sessions';
import { plunder } from './file-attacker';

jest.setTimeout(120_000);

const city = '420100';
let town: Town;
let master: Uint8Array;
beforeAll(async () => {
  town = await openTown();
  master = keyCopy(`${town.folder}/master.key`);
});
afterAll(() => town.close());

/** Whoever is enrolled: their token, person and account. */
async function rider(index: number) {
  const { accessToken } = await enrolled(town, index);
  const claims = town.needs.tokens.read(accessToken);
  if (typeof claims !== 'object' || claims.kind !== 'rider' || claims.person === undefined) throw new Error('no rider');
  return { accessToken, person: claims.person, account: claims.account, name: people[index]?.name ?? '' };
}

test('X-20 X-14 with the master key and every file of the running installation nobody opens what an account held, from its deletion on', async () => {
  const [leaving, staying] = [await rider(0), await rider(1)];
  const known = {
    contexts: [leaving, staying].map(({ person }) => `person:${person}`),
    records: [leaving, staying].flatMap(({ person, account }) => [person, account]),
  };
  const before = await plunder([town.folder], master, known);
  expect([...before.opened].sort()).toEqual([...known.contexts].sort());
  for (const { name } of [leaving, staying]) expect(before.texts.some((text) => text.includes(name))).toBe(true);
  expect((await town.ask('identity.delete-account', {}, leaving.accessToken)).ok).toBe(true);
  const after = await plunder([town.folder], master, known);
  expect([...after.opened]).toEqual([`person:${staying.person}`]);
  expect(after.texts.some((text) => text.includes(leaving.name))).toBe(false);
  expect(after.texts.some((text) => text.includes(staying.name))).toBe(true);
  expect(await town.needs.store.get(persons, leaving.person)).toBeUndefined();
  expect(await town.needs.store.get(accounts, staying.account)).toBeDefined();
});

test('X-20 X-03 nor a ride of a past day, from the sweep on that ended it; many days end in one go', async () => {
  const { vault, clock } = town.needs;
  const today = dayOf(clock.now());
  const past = Array.from({ length: 300 }, (_, at) => dayOf(clock.now() - (31 + at) * dayMs));
  const seal = async (day: string) => (await vault.day(city, day))?.seal(`${day}.ride`, { subjectId: 'p_rider' }) ?? '';
  const kept = [today, ...past.slice(0, 3)];
  for (const [at, day] of kept.entries()) await keep(`x_${at}`, await seal(day));
  for (const day of past) await vault.day(city, day);
  const known = { contexts: kept.map((day) => `day:${city}.${day}`), records: kept.map((day) => `${day}.ride`) };
  const before = await plunder([town.folder], master, known);
  expect(before.opened.size).toBe(4);
  expect(before.texts).toHaveLength(4);
  await sweep(town.needs);
  expect(await vault.liveDays()).toEqual([expect.objectContaining({ city, day: today })]);
  const after = await plunder([town.folder], master, known);
  expect([...after.opened]).toEqual([`day:${city}.${today}`]);
  expect(after.texts).toHaveLength(1);
});

/** Lets a sealed text rest among the documents. */
const keep = (id: string, sealed: string) => town.needs.store.insert(persons, { _id: id, sealed, indexId: id });
