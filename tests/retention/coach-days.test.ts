import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { cities, provinces } from '@tongcheng/cloudfunctions/app/venues/records';
import { addDays, dayMs, dayOf } from '@tongcheng/shared/time';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { provinceSettings, townSettings } from '../world/installation';
import { aCity, aProvince } from '../world/records';
import { openSweeping } from './sweeping';

const withCoaches = (coaches: object) => CitySettings.parse({ ...townSettings, capabilities: { city: {}, coaches } });

test('X-03 keys of coach days end by the city’s own setting, 400 days where it says nothing', async () => {
  const { needs, store, close } = await openSweeping();
  await store.insert(cities, aCity(withCoaches({ retentionDays: 366 })));
  const day = dayOf(needs.clock.now());
  const elsewhere = '210100';
  for (const city of [townSettings.city, elsewhere]) await needs.vault.day(city, day, 'coach');
  const living = async () => (await needs.vault.liveDays()).map(({ city }) => city).sort();
  needs.clock.pass(366 * dayMs);
  await sweep(needs);
  expect(await living()).toEqual([elsewhere, townSettings.city]);
  needs.clock.pass(dayMs);
  await sweep(needs);
  expect(await living()).toEqual([elsewhere]);
  needs.clock.pass(33 * dayMs);
  await sweep(needs);
  expect(await living()).toEqual([elsewhere]);
  needs.clock.pass(dayMs);
  expect(dayOf(needs.clock.now())).toBe(addDays(day, 401));
  await sweep(needs);
  expect(await living()).toEqual([]);
  await close();
});

test('X-03 what a province sets holds for its cities: of the two the longer, so that nothing is destroyed which either still keeps', async () => {
  const { needs, store, close } = await openSweeping();
  const hubei = { ...provinceSettings, capabilities: { coaches: { retentionDays: 500 } } };
  await store.insert(provinces, aProvince(hubei));
  await store.insert(cities, aCity(withCoaches({ retentionDays: 366 })));
  const day = dayOf(needs.clock.now());
  await store.insert(provinces, aProvince({ ...hubei, province: '110000' }));
  await store.insert(cities, aCity({ ...withCoaches({ retentionDays: 366 }), city: '110000' }));
  const inside = ['110000', townSettings.city, '420500'];
  for (const city of [...inside, '210100']) await needs.vault.day(city, day, 'coach');
  const living = async () => (await needs.vault.liveDays()).map(({ city }) => city).sort();
  needs.clock.pass(401 * dayMs);
  await sweep(needs);
  expect(await living()).toEqual(inside);
  needs.clock.pass(99 * dayMs);
  await sweep(needs);
  expect(await living()).toEqual(inside);
  needs.clock.pass(dayMs);
  await sweep(needs);
  expect(await living()).toEqual([]);
  await close();
});

test('a city that keeps manifests of coaches for less than a year is refused', () => {
  expect(withCoaches({}).capabilities?.coaches).toEqual({ retentionDays: 400 });
  expect(() => withCoaches({ retentionDays: 365 })).toThrow(/366/);
});
