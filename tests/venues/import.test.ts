import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { importVenues } from '@tongcheng/cloudfunctions/app/venues/import-venues';
import { venueSerials, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { anOfficial } from '../world/callers';
import { openVenueInstallation, wuhanSettings } from '../world/venue-installation';

jest.setTimeout(60_000);

const head = 'id,mode,kind,name_zh,name_en,line_id,line_zh,line_en,plate,lat,lng,demonstration';
const bus = 'bus-1-01,bus,vehicle,鄂A·12345D,,bus-1,1路,Route 1,鄂A·12345D,,,';
const station = 'metro-x,metro,station,循礼门,Xunlimen,,1号线 / 2号线,Line 1 / Line 2,,30.58492,114.28639,';

const open = async () => {
  const installation = openVenueInstallation();
  await importCity(installation.needs, wuhanSettings(), []);
  return installation;
};
const imported = (needs: Awaited<ReturnType<typeof open>>['needs'], csv: string) =>
  importVenues(needs, anOfficial(), { city: '420100', csv });

test('good rows are taken, each bad row is named in both languages with its number', async () => {
  const { needs, close } = await open();
  const bad = [
    'Bus 2,bus,vehicle,甲,,,,,鄂A12345,,,',
    'b3,plane,vehicle,甲,,,,,,,,',
    'b4,bus,station,甲,,,,,鄂A12346,,,',
    'b5,bus,vehicle,,,,,,鄂A12347,,,',
    'b6,bus,vehicle,甲,,,,,鄂A1234,,,',
    'b7,taxi,vehicle,甲,,,,,,,,',
    'b8,metro,station,甲,,,,,,114.28,30.58,',
    'metro-x,metro,station,again,,,,,,,,',
    'b9,metro,station,甲\u202e乙,,,,,,,,',
    'b10,metro,station,甲,,,,,,,,perhaps',
    'b11,metro,station,甲,,,,,,,,,,too,long',
    'b12,metro,station,甲,,metro-1,,,,,,',
  ];
  const answer = await imported(needs, [head, bus, station, ...bad].join('\r\n'));
  expect(answer).toMatchObject({ ok: true, value: { added: 2, changed: 0, unchanged: 0 } });
  const named = answer.ok ? answer.value.badRows : [];
  expect(named.map(({ row }) => row)).toEqual(bad.map((_, i) => i + 4));
  for (const { zh, en } of named) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[\x20-\x7e“”\p{Script=Han}·]+$/u);
  }
  expect(await needs.store.count(venues, { city: '420100' })).toBe(2);
  await close();
});

test('again is once: unchanged rows are untouched, a changed one keeps serial, short code and generation', async () => {
  const { needs, clock, close } = await open();
  await imported(needs, [head, bus, station].join('\n'));
  const before = await needs.store.get(venues, '420100-metro-x');
  clock.pass(60_000);
  expect(await imported(needs, [head, bus, station].join('\n'))).toMatchObject({ value: { added: 0, unchanged: 2 } });
  expect(await needs.store.get(venues, '420100-metro-x')).toEqual(before);
  const renamed = station.replace('循礼门', '循礼门站');
  const answer = await imported(needs, [head, bus, renamed].join('\n'));
  expect(answer).toMatchObject({ value: { added: 0, changed: 1, unchanged: 1 } });
  const after = await needs.store.get(venues, '420100-metro-x');
  expect(after?.name.zh).toBe('循礼门站');
  for (const kept of ['serial', 'shortCode', 'generation', 'issuedAt'] as const)
    expect(after?.[kept]).toBe(before?.[kept]);
  expect(await needs.store.count(venueSerials, {})).toBe(2);
  await close();
});

test('two imports at once give every venue a serial of its own', async () => {
  const { needs, close } = await open();
  const rows = (from: number) =>
    Array.from({ length: 40 }, (_, i) => `t-${from + i},taxi,vehicle,甲,,,,,鄂AX${String(1_000 + from + i)},,,`);
  const csv = (from: number) => [head, ...rows(from)].join('\n');
  const answers = await Promise.all([imported(needs, csv(0)), imported(needs, csv(20)), imported(needs, csv(40))]);
  expect(answers.map((answer) => (answer.ok ? answer.value.added : -1)).reduce((a, b) => a + b)).toBe(80);
  const { items } = await needs.store.find(venues, { where: { city: '420100' }, limit: 1_000 });
  expect(new Set(items.map(({ serial }) => serial)).size).toBe(80);
  expect(new Set(items.map(({ shortCode }) => shortCode)).size).toBe(80);
  await close();
});

test('a file that is no table and a city that is not theirs are refused, and nothing is written', async () => {
  const { needs, close } = await open();
  for (const csv of ['PK\u0003\u0004\0', 'name,plate\n甲,鄂A12345', `${head}\n"open`])
    expect(await imported(needs, csv)).toMatchObject({ failure: { code: 'file-unreadable' } });
  const csv = [head, bus].join('\n');
  expect(await importVenues(needs, anOfficial({ cities: ['210100'] }), { city: '420100', csv })).toMatchObject({
    failure: { code: 'city-unknown' },
  });
  expect(await importVenues(needs, anOfficial({ cities: ['210100'] }), { city: '210100', csv })).toMatchObject({
    failure: { code: 'city-unknown' },
  });
  expect(await needs.store.count(venues, { city: '420100' })).toBe(0);
  await close();
});

test('settings that nobody can mean stop the start and name the place', async () => {
  const { needs, close } = openVenueInstallation();
  const wrong = wuhanSettings().replace('"retentionDays": 30', '"retentionDays": 0');
  await expect(importCity(needs, wrong, [])).rejects.toThrow(/retentionDays/);
  await close();
});

test('an id belongs to one row of one file', async () => {
  const { needs, close } = openVenueInstallation();
  const taxi = 'bus-1-01,taxi,vehicle,甲,,,,,鄂AX1234,,,';
  const answer = await importCity(needs, wuhanSettings(), [`${head}\n${bus}`, `${head}\n${taxi}\n${station}`]);
  expect(answer).toMatchObject({ added: 2, badRows: [{ file: 1, row: 2 }] });
  expect((await needs.store.get(venues, '420100-bus-1-01'))?.mode).toBe('bus');
  await close();
});

test('venues are for cities with rides: without that capability an import says so and writes nothing', async () => {
  const { needs, close } = openVenueInstallation();
  const coachesOnly = JSON.stringify({ ...JSON.parse(wuhanSettings()), capabilities: { coaches: {} } });
  await expect(importCity(needs, coachesOnly, [[head, bus].join('\n')])).rejects.toThrow(/capability city/);
  await importCity(needs, coachesOnly, []);
  expect(await imported(needs, [head, bus].join('\n'))).toMatchObject({ failure: { code: 'capability-absent' } });
  expect(await needs.store.count(venues, { city: '420100' })).toBe(0);
  await close();
});
