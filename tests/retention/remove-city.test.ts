import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import { recipients } from '@tongcheng/cloudfunctions/app/reports/records';
import { removeCity } from '@tongcheng/cloudfunctions/app/retention/remove-city';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { dayOf } from '@tongcheng/shared/time';
import { openTown, type Town } from '../world/town';

const [here, other] = ['420100', '420200'];
let town: Town;
beforeEach(async () => {
  town = await openTown();
  await createFirstOfficials(town.needs, [here, other], async () => undefined);
  await seedRecipient(town.needs, here, 'bureau@wuhan.example', 'full');
  await seedRecipient(town.needs, other, 'bureau@huangshi.example', 'full');
});
afterEach(() => town.close());

const left = async (city: string) => ({
  city: (await town.needs.store.get(cities, city)) !== undefined,
  venues: await town.needs.store.count(venues, { city }),
  recipients: await town.needs.store.count(recipients, { city }),
  days: (await town.needs.vault.liveDays()).filter((scope) => scope.city === city).length,
});

test('X-03 a city whose rides can be opened is not removed unless that is said; then its days are destroyed, and another city keeps all', async () => {
  const { needs } = town;
  const today = dayOf(needs.clock.now());
  for (const city of [here, other]) await needs.vault.day(city, today);
  const before = [await left(here), await left(other)];
  expect(await removeCity(needs, here, { withRides: false })).toEqual({ outcome: 'has-rides', days: [today] });
  expect([await left(here), await left(other)]).toEqual(before);
  expect(await removeCity(needs, here, { withRides: true })).toEqual({ outcome: 'removed', venues: 9, days: 1 });
  expect(await left(here)).toEqual({ city: false, venues: 0, recipients: 0, days: 0 });
  expect(await left(other)).toEqual(before[1]);
  expect((await needs.store.get(officials, 'chief'))?.cities).toEqual([other]);
});

test('X-04 removing is on record first, is done once, and its codes are of no city any more', async () => {
  const { needs } = town;
  expect(await removeCity(needs, here, { withRides: false })).toMatchObject({ outcome: 'removed' });
  const { items } = await needs.store.find(accessLog, { where: {}, limit: 10 });
  expect(items.map(({ access }) => [access.purpose, access.who, access.what])).toContainEqual([
    'city-removed',
    'installation',
    here,
  ]);
  expect(await removeCity(needs, here, { withRides: false })).toEqual({ outcome: 'unknown' });
  town.pass(6_000);
  expect(await needs.cityOf(here)).toBeUndefined();
  expect(await needs.cityOf(other)).toBeDefined();
});

test('a removal that was cut off in the middle goes on when it is asked for again', async () => {
  const { needs } = town;
  await needs.store.delete(cities, here);
  expect(await removeCity(needs, here, { withRides: false })).toMatchObject({ outcome: 'removed', venues: 9 });
  expect(await left(here)).toMatchObject({ venues: 0, recipients: 0 });
});
