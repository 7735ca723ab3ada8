import { countQuality } from '@tongcheng/cloudfunctions/app/rides/quality/count-quality';
import { qualityWalks } from '@tongcheng/cloudfunctions/app/rides/quality/quality-record';
import { registrationQuality } from '@tongcheng/cloudfunctions/app/rides/registration-quality';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { anOfficial } from '../world/callers';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { answered, refusalOf } from '../world/rider';

let town: ReportInstallation;
beforeEach(async () => {
  town = await openReportInstallation();
});
afterEach(() => town.close());

const bureau = anOfficial({ roles: ['bureau'], cities: [city] });
const noon = clock('12:00:00');
const asked = async (from = day, to = day) =>
  answered(await registrationQuality(town.needs, bureau, { city, from, to }));
const count = async (at = nextMorning) => {
  town.clock.set(at);
  await countQuality(town.needs);
};
const ridden = async () => {
  const [whole, open, again] = [await town.person(1), await town.person(2), await town.person(3)];
  await town.ride(whole.caller, noon, ['bus1', clock('08:00:00')], ['bus1', clock('08:30:00')]);
  await town.ride(open.caller, noon, ['bus1', clock('08:05:00')]);
  await town.ride(
    again.caller,
    noon,
    ['bus2', clock('09:00:00')],
    ['bus2', clock('09:00:20')],
    ['bus2', clock('09:20:00')],
  );
};

test('X-18 missing ends and repeats by line and by vehicle, once the day is over', async () => {
  await ridden();
  expect(await asked()).toEqual({ days: [], lines: [], places: [], staff: [] });
  await count();
  const { days, lines, places, countedAt } = await asked();
  expect([days, countedAt]).toEqual([[day], nextMorning]);
  const counts = { missingEntries: 0, byStaff: 0, byFamily: 0 };
  expect(lines).toEqual([
    expect.objectContaining({ lineId: 'L1', counts: { ...counts, rides: 2, missingEnds: 1, scans: 3, repeats: 0 } }),
    expect.objectContaining({ lineId: 'L2', counts: { ...counts, rides: 1, missingEnds: 0, scans: 3, repeats: 1 } }),
  ]);
  expect(places.map(({ venueId, plate, counts: { missingEnds } }) => [venueId, plate, missingEnds])).toEqual([
    ['bus-1', '鄂A12345D', 1],
    ['bus-2', undefined, 0],
  ]);
});

test('X-18 what staff and relatives register is counted apart, staff by name and role', async () => {
  const one = await town.person(1);
  await town.ride(one.caller, noon, ['bus1', clock('08:00:00')], ['bus1', clock('08:30:00')]);
  const { items } = await town.store.find(scans, { where: { day }, limit: 10 });
  const by = ['s_1', 'family'];
  for (const [index, { _v, ...scan }] of items.entries())
    await town.store.update(scans, { ...scan, by: by[index] ?? 'rider' }, _v);
  await count();
  const named = { ...town.needs, staffOf: async () => ({ name: '演示安全员', role: 'driver' as const }) };
  const { staff, lines } = answered(await registrationQuality(named, bureau, { city, from: day, to: day }));
  expect(staff).toEqual([{ staffId: 's_1', who: { name: '演示安全员', role: 'driver' }, scans: 1 }]);
  expect(lines[0]?.counts).toMatchObject({ byStaff: 1, byFamily: 1, scans: 2 });
});

test('X-18 a day is counted once; a range sums its days; another city’s official is told nothing', async () => {
  await ridden();
  await count();
  const first = await asked();
  await count(nextMorning + 3_600_000);
  expect(await asked()).toEqual(first);
  expect((await asked('2022-06-01', '2022-06-03')).lines).toEqual(first.lines);
  expect(await town.store.count(qualityWalks, {})).toBe(0);
  const stranger = anOfficial({ roles: ['bureau'], cities: ['210100'] });
  expect(refusalOf(await registrationQuality(town.needs, stranger, { city, from: day, to: day }))).toBe('city-unknown');
});

test('X-18 a metro ride with its entry lacks none; one that begins in a carriage does', async () => {
  const [entered, jumped] = [await town.person(1), await town.person(2)];
  await town.ride(entered.caller, noon, ['hankou', clock('08:00:00')], ['carriage', clock('08:05:00')]);
  await town.ride(jumped.caller, noon, ['carriage', clock('08:06:00')]);
  await count();
  const carriage = (await asked()).places.find(({ venueId }) => venueId === 'l2-c3');
  expect(carriage?.counts).toMatchObject({ rides: 2, missingEntries: 1 });
});
