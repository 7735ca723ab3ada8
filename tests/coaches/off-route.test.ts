import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { offRouteOf } from '@tongcheng/shared/coaches/off-route';
import { roadsBetween } from '@tongcheng/shared/coaches/roads-between';
import { metresBetween } from '@tongcheng/shared/rides/distance';
import { coachRulesOf } from '@tongcheng/shared/venues/coach-rules';
import { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import { readCityFile } from '../../cloudfunctions/app/venues/import/city-file';

const folder = join(__dirname, '../../cities/liaoning');
const settings = (...parts: readonly string[]) => readFileSync(join(folder, ...parts, 'settings.json'), 'utf8');
const province = ProvinceSettings.parse(JSON.parse(settings('provinces', '210000')));
const rules = coachRulesOf(readCityFile(settings('210100')), province);
const map = rules?.map ?? { besideRoadKm: 1, cities: [], roads: [] };

const [shenyang, dalian, dandong, jinzhou, yingkou, panjin, chaoyang, anshan, beijing, huludao] = [
  ...['210100', '210200', '210600', '210700', '210800', '211100', '211300', '210300', '110000', '211400'],
] as const;

/** A city of the map; one that is missing is a mistake of the test. */
function at(city: string) {
  const found = map.cities.find((each) => each.city === city);
  if (!found) throw new Error(`${city} is not on the map`);
  return found;
}
const journey = (from: string, to: string, ...stops: readonly string[]) => ({
  origin: { name: from, city: from },
  destination: { name: to, city: to },
  stops: stops.map((city) => ({ name: city, city })),
});
const phoneAt = (lat: number, lng: number, accuracyMetres = 120) => ({ lat, lng, accuracyMetres });
const phoneIn = (city: string) => phoneAt(at(city).lat, at(city).lng);

/** County seats with a coach station far from their city, rounded to a tenth of a degree. */
const outlying: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  [shenyang]: [
    [42.8, 123.4],
    [42.5, 123.4],
    [42, 122.8],
  ],
  [dalian]: [
    [39.7, 123],
    [39.6, 122],
    [38.8, 121.3],
  ],
  [anshan]: [
    [40.3, 123.3],
    [41.4, 122.4],
  ],
  '210400': [
    [42.1, 124.9],
    [41.7, 125],
  ],
  '210500': [[41.3, 125.4]],
  [dandong]: [
    [40.7, 124.8],
    [40.5, 124.1],
    [40.8, 123.9],
  ],
  [jinzhou]: [
    [41.7, 122.1],
    [41.5, 121.2],
    [41.6, 121.8],
  ],
  [yingkou]: [
    [40.4, 122.4],
    [40.3, 122.1],
    [40.6, 122.5],
  ],
  '210900': [[42.4, 122.5]],
  '211000': [[41.4, 123.3]],
  [panjin]: [[41, 122.1]],
  '211200': [
    [42.7, 124.7],
    [42.8, 124.1],
    [42.5, 124],
  ],
  [chaoyang]: [
    [41.2, 119.4],
    [41.4, 119.6],
    [41.1, 119.7],
    [41.8, 120.8],
  ],
  '211400': [
    [40.3, 120.3],
    [40.8, 119.8],
    [40.6, 120.7],
  ],
};
const liaoning = Object.keys(outlying);

const roads = (from: string, to: string, on = map) =>
  roadsBetween(on, at(from), at(to)).map(([one, other]) => [one.city, other.city]);

test('the map of Liaoning has each of its cities, roads lead between places of it only, and from each city to every other', () => {
  expect(liaoning).toHaveLength(14);
  for (const city of [...liaoning, ...map.roads.flat()]) expect(map.cities.map((each) => each.city)).toContain(city);
  for (const { city: from } of map.cities)
    for (const { city: to } of map.cities) {
      const ends = roads(from, to).flat();
      expect(ends).toEqual(expect.arrayContaining([from, to]));
      const isStraight = map.roads.some((pair) => pair.includes(from) && pair.includes(to));
      if (from !== to && !isStraight) expect(ends.length).toBeGreaterThan(2);
    }
});

test('around the bay, not across it, and by each way that is not much longer; where no road leads the straight line', () => {
  expect(roads(dalian, jinzhou)).toEqual(
    expect.arrayContaining([
      [yingkou, dalian],
      [yingkou, panjin],
      [panjin, jinzhou],
    ]),
  );
  expect(roads(shenyang, beijing)).toEqual(
    expect.arrayContaining([
      [jinzhou, huludao],
      [chaoyang, beijing],
    ]),
  );
  expect(roads(shenyang, beijing).flat()).not.toContain(dalian);
  expect(roads(dalian, jinzhou, { ...map, roads: [] })).toEqual([[dalian, jinzhou]]);
});

test('L-03 nobody is far from the way who registers at a station of the city that the coach leaves, however far out, on WeChat’s rough place too', () => {
  for (const [from, seats] of Object.entries(outlying))
    for (const to of liaoning)
      for (const [lat, lng] of seats)
        for (const accuracy of [120, 5_000])
          expect([from, to, offRouteOf(phoneAt(lat, lng, accuracy), journey(from, to), map)]).toEqual([
            from,
            to,
            undefined,
          ]);
});

test('L-03 nor on the road, at a stop on the way, or in the city that it reaches', () => {
  const honest: readonly (readonly [string, string, number, number])[] = [
    [shenyang, dalian, 40.7, 122.3], // a rest area near Yingkou
    [dalian, jinzhou, 41.1, 122], // around the bay, at Panjin
    [dalian, beijing, 40.4, 120.4], // before Suizhong
    [shenyang, beijing, 39.7, 118.2], // Tangshan
    [dandong, dalian, 39.7, 123], // Zhuanghe
    [chaoyang, dandong, 40.9, 122.8], // Haicheng
  ];
  for (const [from, to, lat, lng] of honest)
    expect([from, to, offRouteOf(phoneAt(lat, lng), journey(from, to), map)]).toEqual([from, to, undefined]);
  expect(offRouteOf(phoneIn(dandong), journey(shenyang, dalian, dandong), map)).toBeUndefined();
  expect(offRouteOf(phoneIn(dalian), journey(shenyang, dalian), map)).toBeUndefined();
});

test('a copied code in another city is far from the way, the farther the higher the band', () => {
  expect(offRouteOf(phoneIn(dandong), journey(shenyang, dalian), map)).toBe('under-200-km');
  expect(offRouteOf(phoneIn(dalian), journey(chaoyang, '210900'), map)).toBe('under-200-km');
  expect(offRouteOf(phoneIn(chaoyang), journey(dandong, dalian), map)).toBe('under-200-km');
  expect(offRouteOf(phoneAt(30.6, 114.3), journey(shenyang, dalian), map)).toBe('over-200-km');
});

test('just inside and just outside: the radius, ten kilometres and the phone’s own accuracy are taken off', () => {
  const { lat, lng, radiusKm } = at(dalian);
  const southOf = (km: number) => lat - km / 111.195;
  const edge = radiusKm + 10;
  const from = journey(dalian, dandong);
  expect(offRouteOf(phoneAt(southOf(edge - 1), lng, 0), from, map)).toBeUndefined();
  expect(offRouteOf(phoneAt(southOf(edge + 1), lng, 0), from, map)).toBe('under-50-km');
  expect(offRouteOf(phoneAt(southOf(edge + 1), lng, 2_000), from, map)).toBeUndefined();
  expect(offRouteOf(phoneAt(southOf(edge + 49), lng, 0), from, map)).toBe('under-50-km');
  expect(offRouteOf(phoneAt(southOf(edge + 51), lng, 0), from, map)).toBe('under-200-km');
  expect(offRouteOf(phoneAt(southOf(edge + 199), lng, 0), from, map)).toBe('under-200-km');
  expect(offRouteOf(phoneAt(southOf(edge + 201), lng, 0), from, map)).toBe('over-200-km');
});

test('a phone that hardly knows where it is says nothing; a journey to a place beyond the map is not compared', () => {
  expect(offRouteOf({ ...phoneIn(dandong), accuracyMetres: 100_000 }, journey(shenyang, dalian), map)).toBeUndefined();
  const free = { ...journey(shenyang, dalian), destination: { name: '演示景区' } };
  expect(offRouteOf(phoneIn(dandong), free, map)).toBeUndefined();
  expect(offRouteOf(phoneIn(dandong), journey(shenyang, '420100'), map)).toBeUndefined();
  expect(offRouteOf(phoneIn(dandong), journey(shenyang, dalian), { ...map, cities: [at(shenyang)] })).toBeUndefined();
});

test('of coaches between two cities of Liaoning nearly half of the other cities are seen to be far away', () => {
  let [seen, all] = [0, 0];
  for (const from of liaoning)
    for (const to of liaoning)
      for (const other of liaoning) {
        if (new Set([from, to, other]).size < 3) continue;
        all += 1;
        seen += offRouteOf(phoneIn(other), journey(from, to), map) ? 1 : 0;
      }
  expect(all).toBe(2_184);
  expect(seen / all).toBeGreaterThan(0.45);
});

// Published coordinates lie beside the project, not in it; without them there is nothing to compare.
const published = join(__dirname, '../../../shared/data/networks');
const whenPublished = existsSync(published) ? test : test.skip;

whenPublished('Shenyang and Dalian lie where the stations of their metro do', () => {
  for (const [name, city] of [
    ['sy', shenyang],
    ['dl', dalian],
  ] as const) {
    const text = readFileSync(join(published, `${name}.json`), 'utf8');
    const points = [
      ...text.matchAll(/"(?:lat|latitude)":\s*"?([\d.]+)"?[^{}]*?"(?:lng|lon|longitude)":\s*"?([\d.]+)/g),
    ];
    expect(points.length).toBeGreaterThan(50);
    for (const [, lat, lng] of points)
      expect(metresBetween(at(city), { lat: Number(lat), lng: Number(lng) })).toBeLessThan(at(city).radiusKm * 1_000);
  }
});
