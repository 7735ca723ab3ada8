import { coachesSource } from '@tongcheng/cloudfunctions/app/reports/subjects/coaches';
import { city, day, nextMorning, type ReportInstallation } from '../world/report-installation';
import { coachPlan, toldCoaches } from './coach-content';
import { departureFrom, elsewhere, openCoaches, settingsOf } from './coach-departures';

jest.setTimeout(30_000);

let house: ReportInstallation;
afterEach(() => house.close());

/** Beyond the city in which these coaches stop. */
const beyond = '420200';
const stops = [{ name: '途中站', city: elsewhere }, { name: '小站' }];
const plan = (more = {}) => coachPlan({ _id: `coaches.${elsewhere}.${day}.v1`, city: elsewhere, ...more });
const namesIn = (rows: readonly unknown[]) =>
  rows.flatMap((row) => (Array.isArray(row) ? [String(row[1])] : [])).toSorted();
const last = (rows: readonly unknown[]) => rows.flatMap((row) => (Array.isArray(row) ? [row.at(-1)] : []));

/** A coach with five aboard: two the whole way, one who gets off at the stop, one who gets on there, one from there to the next stop. */
async function stopping() {
  const coach = await departureFrom(house, city, beyond, { aboard: 5, stops });
  await coach.open();
  await coach.register(1);
  await coach.register(2, undefined, 'typed', { alightsAt: 1 });
  await coach.register(3, undefined, 'typed', { boardsAt: 1 });
  await coach.register(4, undefined, 'typed', { boardsAt: 1, alightsAt: 2 });
  await coach.register(5, undefined, 'typed', { alightsAt: 2 });
  return coach;
}

test('R-01 L-12 a city in which a coach stops is told who gets on or off there, and nobody who rides through', async () => {
  house = await openCoaches();
  await stopping();
  const told = await toldCoaches(house, plan(), 'full');
  expect(namesIn(told.passengers)).toEqual(['演示2', '演示3', '演示4']);
  expect(told.departures).toEqual([
    expect.arrayContaining([
      '途经 Stopping',
      '甲站',
      '乙站',
      '只列在本市上下车的乘客 only who gets on or off in this city',
    ]),
  ]);
  // What is missing of the whole coach is no gap of this city's.
  expect(told.incomplete).toEqual([]);
  expect(told.summary).toEqual([['途经 Stopping', '甲站', 1, '', 3, '', 0]]);
  const origin = await toldCoaches(house, coachPlan(), 'full');
  expect(namesIn(origin.passengers)).toHaveLength(5);
  const end = await toldCoaches(house, coachPlan({ city: beyond }), 'full');
  expect(namesIn(end.passengers)).toHaveLength(5);
});

test('R-01 such a report goes on in another process after each coach, and gives the same', async () => {
  house = await openCoaches();
  for (let each = 0; each < 3; each += 1) await stopping();
  const ending = await departureFrom(house, city, elsewhere, { at: '15:00:00' });
  await ending.open();
  await ending.register(6);
  const whole = await toldCoaches(house, plan(), 'full');
  const dying = await toldCoaches(house, plan(), 'full', { stepSize: 1, dying: true });
  expect(namesIn(whole.passengers)).toHaveLength(10);
  expect([dying.passengers, dying.departures, dying.summary]).toEqual([
    ...[whole.passengers, whole.departures, whole.summary],
  ]);
});

test('R-03 what is told later of a coach that stops there makes a supplement of that city, of what changed alone', async () => {
  house = await openCoaches();
  const coach = await stopping();
  const scope = { level: 'city', code: elsewhere, settings: settingsOf(elsewhere) } as const;
  expect(await coachesSource.firstDay(house.needs, scope, '2099-01-01')).toBe(day);
  const late = nextMorning + 1;
  const key = { ...plan(), subject: 'coaches', level: 'city', period: 'day' } as const;
  const isNew = () => coachesSource.anythingNew(house.needs, key, nextMorning, nextMorning + 1_000_000);
  expect(await isNew()).toBe(false);
  await coach.tell('departed', late);
  await coach.register(7, late, 'typed', { alightsAt: 1 });
  expect(await isNew()).toBe(true);
  const more = plan({ version: 2, since: nextMorning, until: nextMorning + 1_000_000 });
  const told = await toldCoaches(house, more, 'full');
  expect(namesIn(told.passengers)).toEqual(['演示7']);
  expect(last(told.passengers)[0]).toContain('新增');
});
