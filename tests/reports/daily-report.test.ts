import { accessAnchors } from '@tongcheng/cloudfunctions/app/audit/access-anchor';
import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { anchorAccessLog } from '@tongcheng/cloudfunctions/app/audit/anchor-access-log';
import { checkAccessLog } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { staffMembers } from '@tongcheng/cloudfunctions/app/oversight/staff-record';
import { forgetReports } from '@tongcheng/cloudfunctions/app/reports/forget-reports';
import { formReport } from '@tongcheng/cloudfunctions/app/reports/forming/form-report';
import { reportPassword } from '@tongcheng/cloudfunctions/app/reports/protection/report-password';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import { recordException } from '@tongcheng/cloudfunctions/app/rides/record-exception';
import { recordRefusal } from '@tongcheng/cloudfunctions/app/rides/record-refusal';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scopeOf } from '@tongcheng/cloudfunctions/app/venues/scope-of';
import { reportKeyOf } from '@tongcheng/shared/reports/report-key';
import { cityScope } from '@tongcheng/shared/scope';
import { mailedHead, verifyAudit } from '../../host/verify-audit';
import { aScan, aStranger, idAt, staffAt } from '../world/callers';
import { attachmentOf } from '../world/mail-server';
import { anEligibility, aStatus } from '../world/records';
import {
  city,
  day,
  nextMorning,
  openReportInstallation,
  type ReportInstallation,
  sha256,
} from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { answered } from '../world/rider';
import { readWorkbook } from './read-workbook';

jest.setTimeout(30_000);

let house: ReportInstallation;
afterEach(() => house.close());

const rowsOf = async (file: Uint8Array, password?: string) => {
  const sheets = await readWorkbook(file, password);
  expect(sheets.flatMap(({ live }) => live)).toEqual([]);
  return new Map(sheets.map(({ name, rows }) => [name.split(' ')[0] ?? '', rows.slice(1)]));
};

const noon = clock('12:00:00');

test('R-01 the sheets hold what happened: journeys, sums by mode, line and hour, and what is incomplete', async () => {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  const one = await house.person(1);
  const two = await house.person(2);
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')], ['bus1', clock('08:25:00')]);
  await house.ride(
    two.caller,
    noon,
    ['hankou', clock('08:10:00')],
    ['carriage', clock('08:40:00')],
    ['bus2', clock('09:30:00')],
  );
  await house.ride(aStranger('x'), noon, ['bus1', clock('08:05:00')], ['bus1', clock('08:20:00')]);
  await house.run(nextMorning);
  expect(house.faults).toEqual([]);
  const [mail, ...more] = house.server.received;
  expect(more).toEqual([]);
  if (!mail) throw new Error('no mail came');
  const sheets = await rowsOf(await house.linkedFile(mail));
  const journeys = [...(sheets.get('乘客行程') ?? [])].sort((a, b) => String(a[8]).localeCompare(String(b[8])));
  expect(journeys.map((row) => row.slice(1, 10))).toEqual([
    [
      one.facts.name,
      '护照 Passport',
      one.facts.documentNumber,
      one.facts.phone,
      '公交 Bus',
      'L1',
      'bus-1 鄂A12345D',
      '2022-06-02 08:00:00',
      '2022-06-02 08:25:00',
    ],
    [
      two.facts.name,
      '护照 Passport',
      two.facts.documentNumber,
      two.facts.phone,
      '地铁 Metro',
      '',
      'hankou → l2-c3',
      '2022-06-02 08:10:00',
      '2022-06-02 08:40:00',
    ],
    [
      two.facts.name,
      '护照 Passport',
      two.facts.documentNumber,
      two.facts.phone,
      '公交 Bus',
      'L2',
      'bus-2',
      '2022-06-02 09:30:00',
      '2022-06-02 11:30:00',
    ],
  ]);
  expect(journeys[0]?.slice(10)).toEqual([
    '',
    '扫码 Scan',
    '绿码 Green',
    '放行 Admit',
    '本人 rider',
    '迟到上传 delivered late；离线记录未签名 kept offline without a signature',
    1,
  ]);
  expect(journeys[2]?.slice(10, 12)).toEqual([
    '下车时间为推定 alighting inferred',
    '推定：最长乘车时间 Inferred: longest ride',
  ]);
  const summary = (sheets.get('汇总') ?? []).map((row) => row.join('|'));
  expect(summary[0]).toBe('全部 All|全部 All|全天 All day|2|5|2');
  expect(summary).toContain('公交 Bus|全部 All|全天 All day|2|3|2');
  expect(summary).toContain('公交 Bus|L1|08:00–09:00|1|2|2');
  expect(summary).toContain('地铁 Metro|（无线路） no line|08:00–09:00|1|2|0');
  const incomplete = sheets.get('不完整') ?? [];
  expect(incomplete.map((row) => [row[1], row.at(-1)])).toEqual([
    [two.facts.name, '推定：最长乘车时间 Inferred: longest ride'],
  ]);
  expect(sheets.get('拒乘')?.map((row) => row.slice(1))).toEqual(
    ['08:05:00', '08:20:00'].map((time) => [
      '未实名 not authenticated',
      ...['', '', '', '公交 Bus', 'L1', 'bus-1 鄂A12345D', `2022-06-02 ${time}`, '核验结果 verdict'],
      ...['拒乘 Refuse：未实名 no identity', '未乘车 did not ride', '灰码（无状态） Grey (no status)', '', 1],
    ]),
  );
  const about = (sheets.get('说明') ?? []).map((row) => row.join('|')).join('\n');
  expect(about).toContain('扫码次数 Scans|7');
  expect(about).toContain('Refused, people, see “Refusals”|2');
  expect(mail.mail.text).toContain('另有拒乘 2 人次，不计入行程');
  expect(about).toContain('town v4');
  expect(about).toContain('数据截止 Snapshot: recorded before|2022-06-03 05:29:00');
  expect(about).toContain('运营日 Service day|2022-06-02');
});

test('W-32 W-21 who turned somebody away, let them on or registered them is named by name and role, never by an id', async () => {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  await house.store.insert(staffMembers, {
    ...{ _id: 'staff-1', displayName: '王师傅', city, role: 'crew', venueIds: ['bus-1'], invitedBy: 'official-1' },
  });
  const one = await house.person(1);
  const red = await house.person(2);
  const redNow = { ...red.caller, eligibility: anEligibility({ identity: true, status: aStatus('red') }) };
  const staff = staffAt('bus1');
  const scanned = async (caller: typeof one.caller, time: string) => {
    house.clock.set(clock(time));
    return answered(await recordScan(house.rideNeeds, caller, aScan(house, 'bus1', clock(time)))).scanId;
  };
  const away = await scanned(one.caller, '08:00:00');
  const on = await scanned(redNow, '08:01:00');
  const at = (scanId: string) => ({ venueId: 'bus-1', scanId });
  const refusal = { refusalId: idAt(clock('08:01:00')), reason: 'not-the-holder', note: '照片不符' } as const;
  answered(await recordRefusal(house.needs, staff, { ...at(away), ...refusal }));
  const exception = { exceptionId: idAt(clock('08:01:00')), reason: 'emergency' } as const;
  answered(await recordException(house.needs, staff, { ...at(on), ...exception }));
  answered(
    await recordRefusal(house.needs, staff, { ...refusal, refusalId: idAt(clock('08:01:30')), venueId: 'bus-1' }),
  );
  await house.run(nextMorning);
  expect(house.faults).toEqual([]);
  const [mail] = house.server.received;
  if (!mail) throw new Error('no mail came');
  const sheets = await rowsOf(await house.linkedFile(mail));
  const refused = (sheets.get('拒乘') ?? []).map((row) => [row[1], ...row.slice(9, 12), row[13]].join('|')).sort();
  expect(refused).toEqual(
    [
      `${one.facts.name}|王师傅（司乘人员 crew）|不是本人 Not the same person；放行 Admit|未乘车 did not ride|照片不符`,
      `${red.facts.name}|王师傅（司乘人员 crew）|急诊、救护等紧急情况 Emergency；拒乘 Refuse：红码 red status|破例放行，计为行程 let on after all, counts as a ride|`,
      '未扫码 no scan|王师傅（司乘人员 crew）|不是本人 Not the same person|未乘车 did not ride|照片不符',
    ].sort(),
  );
  const journeys = sheets.get('乘客行程') ?? [];
  expect(journeys.map((row) => row[1])).toEqual([red.facts.name]);
  expect(journeys[0]?.[15]).toContain(
    '破例放行 let on after all：急诊、救护等紧急情况 Emergency，王师傅（司乘人员 crew）',
  );
  expect(JSON.stringify([...sheets.values()])).not.toContain('staff-1');
  const [report] = await house.reports();
  expect(report).toMatchObject({ rows: 1, refused: 2 });
});

test('W-32 R-03 a refusal that staff record after the report takes the ride back in a supplement', async () => {
  house = await openReportInstallation();
  const one = await house.person(1);
  house.clock.set(clock('02:30:00', '2022-06-03'));
  const scan = aScan(house, 'bus1', clock('02:30:00', '2022-06-03'));
  answered(await recordScan(house.rideNeeds, one.caller, scan));
  await house.run(nextMorning);
  const refusal = { refusalId: idAt(nextMorning), venueId: 'bus-1', scanId: scan.scanId, reason: 'other' } as const;
  answered(await recordRefusal(house.needs, staffAt('bus1'), refusal));
  await house.run(clock('05:30:00', '2022-06-04'));
  expect((await house.reports()).map(({ version, rows, refused }) => [version, rows, refused])).toEqual([
    [1, 1, undefined],
    [2, 0, 1],
  ]);
});

test('R-01 the masked form holds no name, number or phone in the clear', async () => {
  house = await openReportInstallation();
  await house.recipient('bureau@wuhan.example', 'masked');
  const one = await house.person(1);
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')]);
  await house.run(nextMorning);
  const [mail] = house.server.received;
  if (!mail) throw new Error('no mail came');
  const text = JSON.stringify(await readWorkbook(attachmentOf(mail)));
  for (const secret of [one.facts.name, one.facts.documentNumber, one.facts.phone]) expect(text).not.toContain(secret);
  expect(text).toContain('139****0001');
  expect((await house.reports()).map(({ form }) => form)).toEqual(['masked']);
});

test('R-03 a day without passengers has a report that says so', async () => {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  await house.run(nextMorning);
  const [mail] = house.server.received;
  expect(mail?.mail.text).toContain('No passenger registered on this day.');
  if (!mail) throw new Error('no mail came');
  const about = JSON.stringify((await rowsOf(await house.linkedFile(mail))).get('说明'));
  expect(about).toContain('当日没有乘客登记');
});

test('R-03 a late scan makes a supplement of what it changed; what was sent stays as it was', async () => {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  const [one, two] = [await house.person(1), await house.person(2)];
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')]);
  await house.ride(two.caller, noon, ['bus2', clock('08:00:00')], ['bus2', clock('08:30:00')]);
  await house.run(nextMorning);
  const [first] = await house.reports();
  await house.ride(
    one.caller,
    clock('09:00:00', '2022-06-03'),
    ['bus1', clock('08:20:00')],
    ['taxi', clock('10:00:00')],
  );
  await house.run(clock('10:00:00', '2022-06-03'));
  expect(house.server.received).toHaveLength(1);
  await house.run(clock('05:30:00', '2022-06-04'));
  await house.run(clock('05:45:00', '2022-06-04'));
  const ofDay = house.server.received.filter(({ mail }) => mail.subject?.includes(day));
  expect(ofDay.map(({ mail }) => mail.subject)).toEqual([
    expect.stringContaining('乘客日报 v1'),
    expect.stringContaining('乘客日报补报 v2'),
  ]);
  const [, second] = ofDay;
  if (!second || !first) throw new Error('no supplement came');
  const journeys = (await rowsOf(await house.linkedFile(second))).get('乘客行程') ?? [];
  expect(journeys.map((row) => [row[1], row[7], row[9], row[15]])).toEqual([
    [one.facts.name, 'bus-1 鄂A12345D', '2022-06-02 08:20:00', expect.stringContaining('补报：更正前一版本')],
    [one.facts.name, 'taxi-9', '2022-06-02 11:30:00', expect.stringContaining('补报：新增行程')],
  ]);
  expect(sha256(await house.file(first.key))).toBe(first.sha256);
});

test('a day that could not be formed in its time is made up for', async () => {
  house = await openReportInstallation();
  await house.recipient('bureau@wuhan.example', 'masked');
  await house.run(clock('05:30:00', '2022-06-03'));
  await house.run(clock('05:30:00', '2022-06-06'));
  const subjects = house.server.received.map(({ mail }) => mail.subject?.match(/2022-\d\d-\d\d/)?.[0]);
  expect(subjects.sort()).toEqual(['2022-06-02', '2022-06-03', '2022-06-04', '2022-06-05']);
});

test('before its hour no report is formed', async () => {
  house = await openReportInstallation();
  expect(await house.run(clock('04:59:00', '2022-06-03'))).toMatchObject({ planned: 0 });
  expect(await house.reports()).toEqual([]);
  expect(await house.run(clock('05:02:00', '2022-06-03'))).toMatchObject({ planned: 1 });
  expect(await house.reports()).toHaveLength(1);
});

test('R-02 a report without recipients is formed and visible all the same', async () => {
  house = await openReportInstallation();
  await house.run(nextMorning);
  expect((await house.reports()).map(({ form, version }) => [form, version])).toEqual([['masked', 1]]);
  expect(house.server.received).toEqual([]);
});

test('R-04 with protection by password the workbook opens with the password given apart, and not otherwise', async () => {
  house = await openReportInstallation('password');
  await house.recipient('bureau@wuhan.example', 'full');
  const one = await house.person(1);
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')]);
  await house.run(nextMorning);
  expect(house.faults).toEqual([]);
  const [mail] = house.server.received;
  if (!mail) throw new Error('no mail came');
  const password = await reportPassword(house.needs, { city, day, form: 'full' });
  expect(password).toMatch(/^[2-9A-Z]{5}(-[2-9A-Z]{5}){3}$/);
  expect(mail.raw.includes(password)).toBe(false);
  await expect(readWorkbook(attachmentOf(mail), 'WRONG')).rejects.toThrow();
  const journeys = (await rowsOf(attachmentOf(mail), password)).get('乘客行程');
  expect(journeys?.[0]?.[1]).toBe(one.facts.name);
});

test('R-04 with protection by link the mail holds no file but a link that ends', async () => {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  await house.run(nextMorning);
  const [mail] = house.server.received;
  expect(mail?.mail.attachments).toEqual([]);
  const path = mail?.mail.text?.match(/https:\/\/tongcheng\.example(\/objects\/\S+)/)?.[1] ?? '';
  expect(house.objects.openLink(path)?.fileName).toBe('tongcheng-420100-2022-06-02-v1-full.xlsx');
  house.clock.set(nextMorning + 8 * 24 * 3_600_000);
  expect(house.objects.openLink(path)).toBeUndefined();
});

test('X-03 a day whose key was destroyed has a report that says so and names nobody', async () => {
  house = await openReportInstallation();
  const one = await house.person(1);
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')]);
  await house.needs.vault.destroyDay(city, day);
  house.clock.set(nextMorning);
  const [report] = await formReport(house.needs, { city, day });
  expect(report?.rows).toBe(0);
  const [stored] = await house.reports();
  const sheets = await readWorkbook(await house.file(stored?.key ?? ''));
  expect(sheets.map(({ name }) => name)).toEqual(['说明 About']);
  expect(JSON.stringify(sheets)).toContain('密钥已销毁');
});

test('X-03 the files of an erased day are destroyed', async () => {
  house = await openReportInstallation();
  await house.run(nextMorning);
  expect(house.files()).toHaveLength(1);
  await forgetReports(house.needs, { city, day });
  await forgetReports(house.needs, { city, day });
  expect(house.files()).toEqual([]);
});

test('X-04 each forming is on the chained record before anything was opened', async () => {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  const one = await house.person(1);
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')]);
  await house.run(nextMorning);
  const { items } = await house.store.find(accessLog, { where: {}, limit: 100 });
  expect(items.map(({ access }) => [access.purpose, access.what, access.counts])).toEqual([
    ['report-recipients', expect.any(String), {}],
    ['daily-report', `${city}.${day}.v1.full`, { scans: 1 }],
    ['daily-report', `${city}.${day}.v1.masked`, { scans: 1 }],
    ['report-delivery', expect.any(String), { riders: 1, rows: 1 }],
  ]);
  expect(await checkAccessLog(house.needs)).toMatchObject({ whole: true, entries: 4 });
});

test('X-04 the mail tells the head of the last day that was over, by which a log that is cut later shows', async () => {
  house = await openReportInstallation();
  await house.recipient('bureau@wuhan.example', 'masked');
  house.clock.set(nextMorning);
  await anchorAccessLog(house.needs);
  await house.run(nextMorning);
  const told = house.server.received[0]?.mail.text?.match(/Access log: (.+)/)?.[1] ?? '';
  expect(told.slice(0, 10)).toBe(day);
  expect(await checkAccessLog(house.needs, { mailed: mailedHead(told) })).toMatchObject({ whole: true });
  for (const { _id } of (await house.store.find(accessLog, { where: {}, limit: 100 })).items)
    await house.store.delete(accessLog, _id);
  for (const { _id } of (await house.store.find(accessAnchors, { where: {}, limit: 100 })).items)
    await house.store.delete(accessAnchors, _id);
  const lines: string[] = [];
  expect(await verifyAudit(house.needs, undefined, (line) => lines.push(line))).toBe(false);
  expect(lines.join('')).toContain('it was emptied');
});

test('the same snapshot makes the same bytes again', async () => {
  house = await openReportInstallation('link');
  for (const number of [1, 2, 3, 4, 5]) {
    const { caller } = await house.person(number);
    await house.ride(caller, noon, ['bus1', clock('08:00:00')], ['bus1', clock(`08:1${number}:00`)]);
  }
  const other = await house.person(9);
  house.clock.set(nextMorning);
  const { writeFile } = await import('@tongcheng/cloudfunctions/app/reports/forming/write-file');
  const { planVersion } = await import('@tongcheng/cloudfunctions/app/reports/forming/plan-version');
  const scope = await scopeOf(house.needs, cityScope(city));
  const [rides] = reportSubjects;
  if (!scope || !rides) throw new Error('no city or no subject');
  const times = { now: nextMorning, until: nextMorning };
  const plan = await planVersion(house.needs, rides, scope, reportKeyOf({ city, day }), times);
  if (!plan) throw new Error('no plan');
  const order = { plan, form: 'full', scope } as const;
  const before = await writeFile(house.needs, rides, order, 'reports/one');
  await house.ride(other.caller, nextMorning + 60_000, ['bus1', clock('09:00:00')]);
  const after = await writeFile(house.needs, rides, order, 'reports/two');
  expect(after.sha256).toBe(before.sha256);
  expect(before.counts.rows).toBe(5);
});
