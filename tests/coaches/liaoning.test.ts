import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCityFile } from '@tongcheng/cloudfunctions/app/venues/import/city-file';
import { capabilitiesOf } from '@tongcheng/shared/venues/capabilities';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { type CoachRules, coachRulesOf } from '@tongcheng/shared/venues/coach-rules';
import { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import * as z from 'zod';
import { bringCities } from '../../host/bring-cities';
import { townSettings } from '../world/installation';
import { openTown } from '../world/town';

const folder = join(__dirname, '../../cities/liaoning');
const text = (...parts: readonly string[]) => readFileSync(join(folder, ...parts, 'settings.json'), 'utf8');
const province = ProvinceSettings.parse(JSON.parse(text('provinces', '210000')));
const cities = readdirSync(folder)
  .filter((name) => /^\d{6}$/.test(name))
  .map((code) => readCityFile(text(code)));

const rulesOf = (city: CitySettings, above: ProvinceSettings | undefined): CoachRules => {
  const rules = coachRulesOf(city, above);
  if (!rules) throw new Error(`${city.city} has no coaches`);
  return rules;
};

// The published lists lie beside the project, not in it; without them there is nothing to compare.
const published = join(__dirname, '../../../shared/data');
const whenPublished = existsSync(published) ? test : test.skip;
const Stations = z.array(z.object({ code: z.string(), city: z.string(), station: z.string() }));
const Cities = z.array(z.object({ code: z.string(), name: z.string() }));
const read = (...parts: readonly string[]): unknown => JSON.parse(readFileSync(join(published, ...parts), 'utf8'));

test('L-01 Liaoning has its fourteen cities, each with coaches and stations, and no rides', () => {
  expect(cities).toHaveLength(14);
  for (const city of cities) {
    expect(capabilitiesOf(city)).toEqual(['coaches']);
    const ids = rulesOf(city, province).stations.map(({ stationId }) => stationId);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('L-03 what the province says holds for its cities: addresses towards Beijing, class three and above, everyone registered', () => {
  for (const city of cities)
    expect(rulesOf(city, province)).toMatchObject({
      asksAddressesTo: ['110000'],
      lineClasses: [1, 2, 3],
      charters: true,
      completePercent: 100,
      ledgerDueDays: 1,
      remindMinutesBefore: [15, 5],
    });
});

test('a city says otherwise for itself; without a province the requirements’ own rules hold; without the block none', () => {
  const own = CitySettings.parse({ ...townSettings, capabilities: { coaches: { asksAddressesTo: [] } } });
  expect(rulesOf(own, province)).toMatchObject({ asksAddressesTo: [], lineClasses: [1, 2, 3], stations: [] });
  const stations = [{ stationId: 'a', name: { zh: '甲站', en: 'A' }, ways: ['scan'] }];
  const above = ProvinceSettings.parse({ ...province, capabilities: { coaches: { stations } } });
  expect(rulesOf(own, above).stations).toEqual([]);
  expect(rulesOf(own, undefined)).toMatchObject({ asksAddressesTo: [], charters: true, completePercent: 100 });
  expect(coachRulesOf(townSettings, province)).toBeUndefined();
});

whenPublished('every city and station is one of the published lists', () => {
  const names = new Map(Cities.parse(read('regions', 'cities.json')).map(({ code, name }) => [`${code}00`, name]));
  const stations = new Set(
    Stations.parse(read('coach-stations', 'stations.json')).map(({ code, station }) => `${code} ${station}`),
  );
  for (const city of cities) {
    expect(names.get(city.city)).toBe(`${city.name.zh}市`);
    for (const { name } of rulesOf(city, province).stations) expect(stations).toContain(`${city.city} ${name.zh}`);
  }
});

test('the folder is brought in as it is, by a real installation too: nothing in it is invented', async () => {
  const town = await openTown();
  const said: string[] = [];
  await bringCities(town.needs, folder, { say: (line) => said.push(line) });
  expect(said).toEqual([expect.stringContaining('210000')]);
  town.pass(6_000);
  expect(await town.needs.cityOf('210400')).toMatchObject({ name: { zh: '抚顺' }, hotline: '12328' });
  await town.close();
});
