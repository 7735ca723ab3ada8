import { forgetPastReports } from '@tongcheng/cloudfunctions/app/reports/forget-reports';
import { listReports } from '@tongcheng/cloudfunctions/app/reports/list-reports';
import { decideRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/decide-recipient';
import { proposeRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/propose-recipient';
import {
  deliveries,
  plans,
  type RecipientRecord,
  recipients,
  reports,
} from '@tongcheng/cloudfunctions/app/reports/records';
import { releaseReport } from '@tongcheng/cloudfunctions/app/reports/release-report';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { sendAgain } from '@tongcheng/cloudfunctions/app/reports/send-again';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import type { ReportSubject } from '@tongcheng/cloudfunctions/app/reports/subjects/subject';
import { cities, provinces } from '@tongcheng/cloudfunctions/app/venues/records';
import type { OfficialCaller } from '@tongcheng/shared/caller';
import { dayMs, minuteMs } from '@tongcheng/shared/time';
import { GateSettings } from '@tongcheng/shared/venues/gate-settings';
import { approvalOf } from '../world/approval';
import { anOfficial } from '../world/callers';
import { provinceSettings } from '../world/installation';
import { attachmentOf } from '../world/mail-server';
import { aProvince } from '../world/records';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { readWorkbook } from './read-workbook';

jest.setTimeout(30_000);

let house: ReportInstallation;
afterEach(() => house.close());

/** A subject that no product has: what it would tell of a province's month, with one fact that may be recorded at an instant. */
const probe = (facts: number[], changes: Partial<ReportSubject> = {}): ReportSubject => ({
  name: 'probe',
  title: { zh: '月报', en: 'Monthly report' },
  supplementTitle: { zh: '月报补报', en: 'Supplement to the monthly report' },
  level: 'province',
  period: 'month',
  capability: 'coaches',
  release: 'at-once',
  supplementDays: 10,
  keptDays: ({ settings }) => settings.retentionDays,
  firstDay: async () => '2022-04-20',
  anythingNew: async (_needs, _key, from, to) => facts.some((at) => at >= from && at < to),
  content: async (_needs, { plan, scope }) => ({
    sheets: [
      {
        name: { zh: '事实', en: 'Facts' },
        tab: 1,
        columns: [{ heading: { zh: '省', en: 'Province' }, width: 20 }],
        rows: [[[`${scope.settings.name.en} ${plan.day} v${plan.version}`]]],
      },
    ],
    counts: { rows: 1, riders: 1, incomplete: 0 },
    dayForgotten: false,
  }),
  ...changes,
});

const overProvince = (officialId: string, ...roles: OfficialCaller['roles']): OfficialCaller => ({
  ...anOfficial({ officialId, roles }),
  cities: [],
  provinces: ['420000'],
});

/** A recipient of the province who may get these subjects. */
const recipientOf = (...subjects: string[]): RecipientRecord => ({
  ...{
    _id: 'p420000-x',
    city: '420000',
    level: 'province',
    address: 'province@hubei.example',
    form: 'masked',
    subjects,
  },
  ...{ state: 'confirmed', confirmedAt: 0, activeFrom: 0, proposedBy: 'x', proposedAt: 0, reason: '', askAt: 0 },
  askAttempts: 0,
});

async function openProvince(settings = provinceSettings, recipient = recipientOf('probe')) {
  house = await openReportInstallation();
  await house.store.insert(provinces, aProvince(settings));
  await house.store.insert(recipients, recipient);
}

const runAt = (at: number, ...subjects: ReportSubject[]) => {
  house.clock.set(at);
  return runDailyReports(house.needs, subjects);
};
const all = async () => (await house.store.find(reports, { where: {}, limit: 100 })).items;

test('R-01 rides of a city and a day keep the ids of the first release, and no field says what they are', async () => {
  house = await openReportInstallation();
  await house.recipient('bureau@wuhan.example', 'masked');
  await house.run(nextMorning);
  const [plan] = (await house.store.find(plans, { where: {}, limit: 10 })).items;
  expect(plan).toMatchObject({ _id: `${city}.${day}.v1` });
  expect(Object.keys(plan ?? {})).not.toEqual(expect.arrayContaining(['subject']));
  expect((await all()).map(({ _id, key }) => [_id, key.startsWith(`reports/${city}/${day}/v1-masked-`)])).toEqual([
    [`${city}.${day}.v1.masked`, true],
  ]);
});

test('R-02 what an earlier release planned, formed and sent is neither formed nor sent again', async () => {
  house = await openReportInstallation();
  await house.recipient('bureau@wuhan.example', 'masked');
  await house.run(nextMorning);
  expect(house.server.received).toHaveLength(1);
  expect(await runAt(nextMorning + 5 * minuteMs, ...reportSubjects, probe([]))).toEqual({
    planned: 0,
    formed: 0,
    attempts: 0,
  });
  expect(house.server.received).toHaveLength(1);
});

test('a subject of a province and a month is formed once, when the month is over, for those who may get it', async () => {
  await openProvince();
  await runAt(clock('03:00:00', '2022-06-01'), probe([]));
  expect(await all()).toMatchObject([{ _id: 'probe.p420000.2022-04.v1.masked' }]);
  await runAt(clock('05:00:00', '2022-06-01'), probe([]));
  await runAt(clock('06:00:00', '2022-06-20'), probe([]));
  expect(
    (await all()).map(({ _id, subject, level, period, day: first }) => [_id, subject, level, period, first]),
  ).toEqual([
    ['probe.p420000.2022-04.v1.masked', 'probe', 'province', 'month', '2022-04-01'],
    ['probe.p420000.2022-05.v1.masked', 'probe', 'province', 'month', '2022-05-01'],
  ]);
  const mails = house.server.received;
  expect(mails.map(({ mail }) => mail.subject)).toEqual([
    '【同乘】湖北 2022-04 月报 v1 · Hubei: Monthly report',
    '【同乘】湖北 2022-05 月报 v1 · Hubei: Monthly report',
  ]);
  const [, second] = mails;
  if (!second) throw new Error('the second mail did not come');
  expect((await readWorkbook(attachmentOf(second)))[0]?.rows.at(-1)).toEqual(['Hubei 2022-05-01 v1']);
});

test('those whom two officials approved for other subjects get nothing of this one', async () => {
  await openProvince(provinceSettings, recipientOf('rides'));
  await runAt(clock('05:00:00', '2022-06-01'), probe([]));
  expect(await all()).toHaveLength(2);
  expect(house.server.received).toEqual([]);
});

test('R-03 late facts make a supplement within the days that the subject takes them, and none after', async () => {
  await openProvince();
  const late: number[] = [];
  await runAt(clock('05:00:00', '2022-06-01'), probe(late));
  late.push(clock('12:00:00', '2022-06-05'));
  await runAt(clock('05:00:00', '2022-06-06'), probe(late));
  late.push(clock('12:00:00', '2022-06-14'));
  await runAt(clock('05:00:00', '2022-06-15'), probe(late));
  expect((await all()).map(({ _id }) => _id).filter((id) => id.includes('2022-05'))).toEqual([
    'probe.p420000.2022-05.v1.masked',
    'probe.p420000.2022-05.v2.masked',
  ]);
});

test('a city or province without the capability gets no report of the subject', async () => {
  const { capabilities: _none, ...without } = provinceSettings;
  await openProvince(without);
  expect(await runAt(clock('05:00:00', '2022-06-01'), probe([]))).toMatchObject({ planned: 0, formed: 0 });
  const stored = await house.store.get(cities, city);
  if (!stored) throw new Error('no city');
  const { _v, ...record } = stored;
  await house.store.update(
    cities,
    { ...record, settings: { ...record.settings, capabilities: { gates: GateSettings.parse({}) } } },
    _v,
  );
  expect(await runAt(nextMorning, ...reportSubjects)).toMatchObject({ planned: 0 });
});

test('a subject that is reviewed first is sent to nobody before an official of its province releases it, then once', async () => {
  await openProvince();
  const reviewed = probe([], { release: 'after-review', firstDay: async () => '2022-05-01' });
  await runAt(clock('05:00:00', '2022-06-01'), reviewed);
  const reportId = 'probe.p420000.2022-05.v1.masked';
  const range = { city: '420000', level: 'province', from: '2022-05-01', to: '2022-05-31' } as const;
  const bureau = overProvince('B', 'bureau');
  expect(await listReports(house.needs, bureau, range)).toMatchObject({
    value: { reports: [{ reportId, level: 'province', awaitsRelease: true }], deliveries: [] },
  });
  expect(await house.store.count(deliveries, {})).toBe(0);
  const asked = { reportId };
  expect(await releaseReport(house.needs, anOfficial({ officialId: 'X', roles: ['bureau'] }), asked)).toMatchObject({
    failure: { code: 'report-not-yours' },
  });
  expect(await house.store.count(deliveries, {})).toBe(0);
  const released = await releaseReport(house.needs, bureau, asked);
  expect(released).toMatchObject({ ok: true, value: { reports: [{ reportId }] } });
  expect(JSON.stringify(released)).not.toContain('awaitsRelease');
  expect(await releaseReport(house.needs, bureau, asked)).toMatchObject({ failure: { code: 'nothing-to-release' } });
  await runAt(clock('05:05:00', '2022-06-01'), reviewed);
  await runAt(clock('05:10:00', '2022-06-01'), reviewed);
  expect(house.server.received).toHaveLength(1);
  const [delivery] = (await house.store.find(deliveries, { where: {}, limit: 10 })).items;
  const again = { deliveryId: delivery?._id ?? '' };
  expect(await sendAgain(house.needs, anOfficial({ officialId: 'X', roles: ['bureau'] }), again)).toMatchObject({
    failure: { code: 'delivery-unknown' },
  });
  expect(await sendAgain(house.needs, bureau, again)).toMatchObject({ ok: true });
});

test('R-04 two officials approve which subjects a recipient gets; an official of a city has no say in a province', async () => {
  await openProvince();
  const proposal = {
    city: '420000',
    level: 'province',
    address: 'someone@hubei.example',
    form: 'masked',
    subjects: ['rides'],
    reason: '试 trial',
  } as const;
  const ask = (caller: OfficialCaller) =>
    proposeRecipient({ ...house.needs, recipientMedia: ['mail'] }, caller, { ...proposal, subjects: ['rides'] });
  expect(await ask(anOfficial({ officialId: 'X', roles: ['bureau'], cities: ['420000', city] }))).toMatchObject({
    failure: { code: 'city-unknown' },
  });
  const proposed = await ask(overProvince('B', 'bureau'));
  expect(proposed).toMatchObject({ value: { level: 'province', subjects: ['rides'], state: 'proposed' } });
  const recipientId = proposed.ok ? proposed.value.recipientId : '';
  const decide = await approvalOf(house.store, recipientId);
  expect(await decideRecipient(house.needs, overProvince('B', 'bureau'), decide)).toMatchObject({
    failure: { code: 'second-person-needed' },
  });
  expect(await decideRecipient(house.needs, overProvince('C', 'bureau'), decide)).toMatchObject({
    value: { state: 'approved', subjects: ['rides'] },
  });
});

test('X-03 files of every subject are destroyed when its own retention ends, and not before', async () => {
  await openProvince();
  const kept = probe([], { keptDays: () => 30, firstDay: async () => '2022-05-01' });
  await runAt(clock('05:00:00', '2022-06-01'), kept);
  const scope = { level: 'province', code: '420000', settings: provinceSettings } as const;
  house.clock.set(clock('05:00:00', '2022-06-30'));
  await forgetPastReports(house.needs, scope, [kept]);
  expect(house.files()).toHaveLength(1);
  house.clock.set(clock('05:00:00', '2022-06-30') + 2 * dayMs);
  await forgetPastReports(house.needs, scope, [kept]);
  expect(house.files()).toHaveLength(0);
  expect(await all()).toMatchObject([{ forgottenAt: house.clock.now() }]);
});
