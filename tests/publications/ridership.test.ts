import { ridership } from '@tongcheng/cloudfunctions/app/publications/ridership';
import { publishRidership } from '@tongcheng/cloudfunctions/app/publications/ridership/publish-ridership';
import { ridershipWalks } from '@tongcheng/cloudfunctions/app/publications/ridership/ridership-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { aStranger } from '../world/callers';
import { places } from '../world/places';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { answered, refusalOf } from '../world/rider';

let town: ReportInstallation;
beforeEach(async () => {
  town = await openReportInstallation();
});
afterEach(() => town.close());

const anyone = aStranger('1');
const [from, to] = [clock('08:10:00'), clock('08:30:00')];
const riders = async (numbers: readonly number[], place: 'bus1' | 'bus2') => {
  for (const number of numbers) {
    const { caller } = await town.person(number);
    await town.ride(caller, clock('12:00:00'), [place, from], [place, to]);
  }
};
const many = Array.from({ length: 10 }, (_, index) => index + 1);
const publish = async (at = nextMorning) => {
  town.clock.set(at);
  await publishRidership(town.needs);
};
const shown = async (of?: string) =>
  answered(await ridership(town.needs, anyone, { city, ...(of !== undefined && { day: of }) }));

test('X-10 the day after, ten people of a line and hour are shown and nine are not told apart', async () => {
  await riders(many, 'bus1');
  await riders(
    many.slice(0, 9).map((number) => number + 20),
    'bus2',
  );
  expect(await shown()).toEqual({ days: [] });
  await publish();
  const { days, figures } = await shown();
  expect(days).toEqual([day]);
  expect(figures).toMatchObject({ day, smallestCell: 10, publishedAt: nextMorning });
  expect(figures?.rows).toEqual([{ boardings: 19 }, { mode: 'bus', boardings: 19 }]);
});

test('X-10 two groups of ten are told apart by mode, line and hour', async () => {
  await riders(many, 'bus1');
  await riders(
    many.map((number) => number + 20),
    'bus2',
  );
  await publish();
  const { figures } = await shown(day);
  const { lineName } = places.bus1;
  const line = (id: string) => ({ mode: 'bus', line: id, ...(lineName && { lineName }), boardings: 10 });
  expect(figures?.rows).toEqual([
    { boardings: 20 },
    { mode: 'bus', boardings: 20 },
    ...['L1', 'L2'].flatMap((id) => [line(id), { ...line(id), hour: 8 }]),
  ]);
});

test('X-10 published figures never change: a scan that comes later cannot be found by subtracting two editions', async () => {
  await riders(many, 'bus1');
  await publish();
  const first = await shown();
  const { caller } = await town.person(50);
  await town.ride(caller, nextMorning + 3_600_000, ['bus1', from], ['bus1', to]);
  await publish(nextMorning + 7_200_000);
  expect(await shown()).toEqual(first);
});

test('X-10 nothing is published of a day that lasts, of a city that does not want it, or twice after a stop', async () => {
  await riders(many, 'bus1');
  await publish(clock('23:00:00'));
  expect(await shown()).toEqual({ days: [] });
  const record = await town.store.get(cities, city);
  if (!record) throw new Error('no city');
  const { _v, ...rest } = record;
  const settings = { ...rest.settings, openFigures: { published: false, smallestCell: 10 } };
  await town.store.update(cities, { ...rest, settings }, _v);
  await publish();
  expect(await shown()).toEqual({ days: [] });
  expect(refusalOf(await ridership(town.needs, anyone, { city, day }))).toBe('day-not-published');
  expect(refusalOf(await ridership(town.needs, anyone, { city: '999999' }))).toBe('city-unknown');
  expect(await town.store.count(ridershipWalks, {})).toBe(0);
});
