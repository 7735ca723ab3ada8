import { departureEvents } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { recipients, reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { coachesSource } from '@tongcheng/cloudfunctions/app/reports/subjects/coaches';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { dayMs } from '@tongcheng/shared/time';
import { townSettings } from '../world/installation';
import { attachmentOf } from '../world/mail-server';
import { aCity } from '../world/records';
import { city, day, nextMorning, type ReportInstallation, sha256 } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { coachPlan, toldCoaches } from './coach-content';
import { coachRecipient, departureFrom, elsewhere, openCoaches, settingsOf } from './coach-departures';
import { readWorkbook } from './read-workbook';

jest.setTimeout(30_000);

let house: ReportInstallation;
afterEach(() => house.close());

test('R-01 L-12 a city and the city that its coach reaches each get the departure, once, with its passengers', async () => {
  house = await openCoaches();
  const coach = await departureFrom(house, city, elsewhere);
  await coach.open();
  const { passenger } = await coach.register(1);
  await coach.register(2, undefined, 'staff');
  await coach.tell('departed', clock('14:22:00', day));
  await coach.tell('arrived', clock('18:00:00', day));
  await coach.see('present', passenger, clock('18:01:00', day));
  await coach.tell('closed', clock('18:05:00', day));
  house.clock.set(nextMorning);
  await runDailyReports(house.needs);
  expect(house.server.received.map(({ mail }) => mail.subject).sort()).toEqual([
    `【同乘】武汉 ${day} 客运班次乘客日报 v1 · Wuhan: Daily report of coach passengers`,
    `【同乘】武汉 ${day} 客运班次乘客日报 v1 · Wuhan: Daily report of coach passengers`,
  ]);
  for (const [index, direction] of ['出发 Departing', '到达 Arriving'].entries()) {
    const mail = house.server.received.find(({ mail: one }) =>
      JSON.stringify(one.to).includes(index === 0 ? city : elsewhere),
    );
    if (!mail) throw new Error('a mail did not come');
    const sheets = await readWorkbook(attachmentOf(mail));
    const rows = (name: string) => sheets.find((sheet) => sheet.name.startsWith(name))?.rows.slice(1) ?? [];
    expect(rows('乘客')).toEqual([
      [
        1,
        '演**',
        '护照 Passport',
        'E******01',
        '139****0001',
        direction,
        expect.stringContaining('14:20'),
        '甲站',
        '乙站',
        'K7',
        '鄂A1***5',
        '1',
        '扫码填报 Scan, typed',
        '',
        '',
        '在 Present',
        '',
      ],
      [
        2,
        '演**',
        '护照 Passport',
        'E******02',
        '139****0002',
        direction,
        expect.stringContaining('14:20'),
        '甲站',
        '乙站',
        'K7',
        '鄂A1***5',
        '2',
        '司乘或车站代为登记 Crew or station staff',
        '',
        '',
        '未核验 Not verified',
        '',
      ],
    ]);
    expect(rows('班次')).toHaveLength(1);
    expect(rows('不完整')).toEqual([]);
    expect(JSON.stringify(sheets)).not.toMatch(/演示|E8000000|司机|鄂A12345/);
  }
});

test('R-01 X-16 whoever registered far from the way of the coach: said of the departure, once, with how many, and of nobody by name', async () => {
  house = await openCoaches();
  const coach = await departureFrom(house, city, elsewhere, { aboard: 3 });
  await coach.open();
  await coach.register(1, undefined, 'typed', { offRoute: 'under-200-km' });
  await coach.register(2, undefined, 'typed', { offRoute: 'over-200-km' });
  await coach.register(3);
  const { departures, incomplete } = await toldCoaches(house, coachPlan(), 'full');
  const told = incomplete.filter((row) => JSON.stringify(row).includes('远离这班车的线路'));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toMatch(/演示|E8000/);
  expect(JSON.stringify(departures)).toContain('2 人登记时远离线路 registered far from its way: 2');
});

test('R-01 the full form names passengers, and what is incomplete about each departure and passenger', async () => {
  house = await openCoaches();
  const coach = await departureFrom(house, city, elsewhere, { aboard: 3 });
  await coach.open();
  await coach.register(9);
  const unconfirmed = await departureFrom(house, city, elsewhere, { at: '15:00:00' });
  await unconfirmed.register(3);
  const { passengers, incomplete, summary } = await toldCoaches(house, coachPlan(), 'full');
  const known = passengers.map((row) => (Array.isArray(row) ? [...row.slice(0, 5), ...row.slice(7, 11)] : row));
  expect(known).toEqual([
    [1, '演示9', '护照 Passport', 'E80000009', '', '甲站', '乙站', 'K7', '鄂A12345'],
    [2, '演示3', '护照 Passport', 'E80000003', '13900000003', '', '', '', ''],
  ]);
  expect(incomplete.map((row) => (Array.isArray(row) ? [row[0], row[7], String(row[8]).split(' ')[0]] : row))).toEqual([
    [1, '', '登记人数少于实载人数'],
    [1, '', '没有报告发车'],
    [1, '', '没有到站核验'],
    [1, '演示9', '没有联系电话'],
    [1, '演示9', '缺少来前住址或到达后住址'],
    [2, '', '有乘客登记，司乘没有确认这班车'],
  ]);
  expect(summary).toEqual([
    ['出发 Departing', '乙站', 1, 3, 1, 0, 0],
    ['出发 Departing', '（未填写）not told', 1, 0, 1, 0, 0],
  ]);
});

test('L-01 L-09 a departure on paper awaits its ledger in the report, then lacks it; one of class four is on no sheet of what is incomplete', async () => {
  const paper = { stationId: 'paper', name: { zh: '甲站', en: 'A' }, ways: ['ledger'] };
  house = await openCoaches({ stations: [paper] });
  const origin = { name: '甲站', city, stationId: 'paper' };
  const onPaper = await departureFrom(house, city, elsewhere, { details: { origin } });
  await onPaper.open();
  await onPaper.tell('departed', clock('14:22:00', day));
  const local = await departureFrom(house, city, elsewhere, { at: '15:00:00', details: { origin, lineClass: 4 } });
  await local.open();
  await local.register(9);
  for (const [until, gap, note] of [
    [nextMorning, '台账还没到', '台账应于 2022-06-04 00:00 前交'],
    [nextMorning + dayMs, '台账过期未到', ''],
  ] as const)
    for (const told of [city, elsewhere]) {
      const rows = await toldCoaches(house, coachPlan({ city: told, until }), 'masked');
      const gaps = JSON.stringify(rows.incomplete);
      expect(rows.incomplete).toHaveLength(2);
      expect(gaps).toContain(gap);
      expect(gaps).toContain('没有到站核验');
      const [first, second] = rows.departures.map((row) => JSON.stringify(row));
      expect(first).toContain(note);
      expect(second).toContain('4 类班线 Line, class 4');
      expect(second).toContain('不在登记范围');
    }
});

test('R-03 later facts of arrival make one supplement of the day in both cities, of what changed alone; nothing is sent again', async () => {
  house = await openCoaches();
  const [coach, other] = [
    await departureFrom(house, city, elsewhere),
    await departureFrom(house, city, elsewhere, { at: '16:00:00' }),
  ];
  await coach.open();
  await other.open();
  const { passenger } = await coach.register(1);
  await coach.register(2);
  await other.register(3);
  house.clock.set(nextMorning);
  await runDailyReports(house.needs);
  expect(house.server.received).toHaveLength(2);
  const late = nextMorning + 3_600_000;
  await coach.tell('arrived', late);
  await coach.see('absent', passenger, late + 1);
  const added = await coach.register(4, late + 2);
  for (const at of [nextMorning + dayMs, nextMorning + dayMs + 300_000, nextMorning + 2 * dayMs]) {
    house.clock.set(at);
    await runDailyReports(house.needs);
  }
  // Two of the day, two supplements, and those of the two days after, on which no coach went.
  expect(house.server.received).toHaveLength(8);
  const all = (await house.store.find(reports, { where: {}, limit: 100 })).items;
  expect(
    all
      .filter(({ day: of }) => of === day)
      .map(({ _id }) => _id)
      .sort(),
  ).toEqual([
    `coaches.${city}.${day}.v1.masked`,
    `coaches.${city}.${day}.v2.masked`,
    `coaches.${elsewhere}.${day}.v1.masked`,
    `coaches.${elsewhere}.${day}.v2.masked`,
  ]);
  const since = nextMorning - 60_000;
  const { passengers, departures } = await toldCoaches(
    house,
    coachPlan({ version: 2, since, until: nextMorning + dayMs }),
    'full',
  );
  expect(departures).toHaveLength(1);
  expect(passengers.map((row) => (Array.isArray(row) ? [...row.slice(0, 2), ...row.slice(-2)] : row))).toEqual([
    [1, '演示1', '不在 Absent', '补报：更正前一版本 supplement: corrects the version before'],
    [2, '演示4', '未核验 Not verified', '补报：新增 supplement: added'],
  ]);
  expect(added.passenger).not.toBe(passenger);
});

test('R-02 R-06 the same plan formed twice gives the same rows, in one go or step by step by processes that die', async () => {
  house = await openCoaches();
  for (const [index, at] of ['06:00:00', '07:00:00', '08:00:00'].entries()) {
    const coach = await departureFrom(house, index === 2 ? elsewhere : city, index === 2 ? city : elsewhere, { at });
    await coach.open();
    await coach.register(index + 1);
  }
  const essence = async (options: object) => {
    const { content, ...rest } = await toldCoaches(house, coachPlan(), 'full', options);
    return sha256(Buffer.from(JSON.stringify([rest, content.counts.rows, content.counts.incomplete])));
  };
  const once = await essence({});
  expect(await essence({})).toBe(once);
  expect(await essence({ stepSize: 1 })).toBe(once);
  expect(await essence({ stepSize: 1, dying: true })).toBe(once);
  const { departures } = await toldCoaches(house, coachPlan(), 'full');
  expect(departures).toHaveLength(3);
});

test('R-03 a city without departures gets a report that says so; one without the capability none', async () => {
  house = await openCoaches();
  await house.store.insert(cities, aCity({ ...townSettings, city: '420200' }));
  await house.store.insert(recipients, coachRecipient('420200'));
  house.clock.set(nextMorning);
  await runDailyReports(house.needs);
  const all = (await house.store.find(reports, { where: {}, limit: 100 })).items;
  expect(
    all
      .filter(({ subject }) => subject === 'coaches')
      .map((one) => one.city)
      .sort(),
  ).toEqual([city, elsewhere]);
  const { about } = await toldCoaches(house, coachPlan(), 'masked');
  expect(JSON.stringify(about)).toContain('当日没有客运班次登记');
});

test('X-03 the first day is that of the first departure in either direction; a day whose key was destroyed tells nothing but that', async () => {
  house = await openCoaches();
  const coach = await departureFrom(house, city, elsewhere);
  await coach.open();
  await coach.register(1);
  const first = (code: string) =>
    coachesSource.firstDay(house.needs, { level: 'city', code, settings: settingsOf(code) }, '2022-06-09');
  expect([await first(city), await first(elsewhere), await first('420600')]).toEqual([day, day, '2022-06-09']);
  expect((await house.store.count(departureEvents, { day, city })) > 0).toBe(true);
  await house.needs.vault.destroyDay(city, day, 'coach');
  house.clock.pass(6_000);
  const { content, passengers, about } = await toldCoaches(house, coachPlan(), 'full');
  expect([content.dayForgotten, passengers]).toEqual([true, []]);
  expect(JSON.stringify(about)).toContain('密钥已销毁');
  const arriving = await toldCoaches(house, coachPlan({ city: elsewhere }), 'full');
  expect(JSON.stringify(arriving.passengers)).toContain('key destroyed');
  expect(JSON.stringify(arriving.passengers)).not.toContain('演示');
});
