import { deliveries } from '@tongcheng/cloudfunctions/app/reports/records';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { sendAgain } from '@tongcheng/cloudfunctions/app/reports/send-again';
import { anOfficial } from '../world/callers';
import type { Behaviour, Received } from '../world/mail-server';
import {
  city,
  day,
  nextMorning,
  openReportInstallation,
  type ReportInstallation,
  sha256,
} from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { dyingProcess } from './dying';

jest.setTimeout(30_000);

let house: ReportInstallation;
afterEach(() => house.close());

const minute = 60_000;

async function aDayWithTwoRecipients() {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  await house.recipient('health@wuhan.example', 'masked');
  const { caller } = await house.person(1);
  await house.ride(caller, clock('12:00:00'), ['bus1', clock('08:00:00')], ['bus1', clock('08:25:00')]);
}

const rowsOfOutbox = async () =>
  (await house.store.find(deliveries, { where: { city, day }, limit: 100 })).items.map(
    ({ state, attempts, repeats }) => ({
      state,
      attempts,
      repeats,
    }),
  );

/** Everything that is the same at each attempt: all but the link, which is made anew, and its time. */
const withoutLink = ({ to, mail: { messageId, date, subject, text } }: Received) => ({
  ...{ to, messageId, date, subject },
  text: text?.replace(/https:\S+/, '').replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, ''),
});

/** One report a form, one file each and no other, each delivered; and each mail carries the very file of the record. */
async function expectOneReportOneMailEach() {
  const reports = await house.reports();
  expect(reports.map(({ form, version }) => [form, version]).sort()).toEqual([
    ['full', 1],
    ['masked', 1],
  ]);
  expect(house.files()).toHaveLength(2);
  for (const { key, sha256: digest } of reports) expect(sha256(await house.file(key))).toBe(digest);
  expect((await rowsOfOutbox()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  const byId = new Map(house.server.received.map((mail) => [mail.mail.messageId, mail]));
  expect(byId.size).toBe(2);
  for (const received of house.server.received) {
    expect(reports.map((report) => report.sha256)).toContain(sha256(await house.linkedFile(received)));
    const last = byId.get(received.mail.messageId);
    expect(last && withoutLink(last)).toEqual(withoutLink(received));
  }
}

async function writesOfOneRun(): Promise<number> {
  await aDayWithTwoRecipients();
  house.clock.set(nextMorning);
  const counted = dyingProcess(house.store, house.objects, 0, 'after');
  await runDailyReports(house.needsOver(counted.store, counted.objects));
  await expectOneReportOneMailEach();
  await house.close();
  return counted.writes();
}

test.each(['before', 'after'] as const)(
  'R-02 killed %s any of its writes, and run again: one report a form, one mail each',
  async (when) => {
    const writes = await writesOfOneRun();
    expect(writes).toBeGreaterThan(20);
    let duplicates = 0;
    for (let at = 1; at <= writes; at += 1) {
      await aDayWithTwoRecipients();
      house.clock.set(nextMorning);
      const dying = dyingProcess(house.store, house.objects, at, when);
      await runDailyReports(house.needsOver(dying.store, dying.objects)).catch(() => undefined);
      expect(dying.isDead()).toBe(true);
      await house.run(nextMorning + 20 * minute);
      await house.run(nextMorning + 40 * minute);
      await expectOneReportOneMailEach();
      duplicates += house.server.received.length - 2;
      await house.close();
    }
    // Only a death between the server's 250 and our note of it repeats a mail; both mails were under way at once.
    expect(duplicates).toBeLessThanOrEqual(2 * 2);
    await aDayWithTwoRecipients();
  },
  300_000,
);

test('R-02 two timers at once make one report and one mail each', async () => {
  await aDayWithTwoRecipients();
  house.clock.set(nextMorning);
  const runs = [1, 2, 3].map(() => runDailyReports(house.needsOver(house.store, house.objects)));
  const rounds = await Promise.all(runs);
  expect(rounds.reduce((sum, { formed }) => sum + formed, 0)).toBe(1);
  await house.run(nextMorning + minute);
  await expectOneReportOneMailEach();
  expect(house.server.received).toHaveLength(2);
});

test('R-02 two runners without any lease still make one report and one mail each', async () => {
  await aDayWithTwoRecipients();
  house.clock.set(nextMorning);
  const needs = { ...house.needs, lease: { hold: <T>(_: string, __: number, work: () => Promise<T>) => work() } };
  await Promise.all([runDailyReports(needs), runDailyReports(needs)]);
  await house.run(nextMorning + minute);
  await expectOneReportOneMailEach();
  expect(house.server.received).toHaveLength(2);
});

test('R-02 a timer that fires all day sends nothing twice', async () => {
  await aDayWithTwoRecipients();
  for (let minutes = 0; minutes < 12 * 60; minutes += 45) await house.run(nextMorning + minutes * minute);
  await expectOneReportOneMailEach();
  expect(house.server.received).toHaveLength(2);
});

test.each<Behaviour>([
  'refuse-recipient-for-now',
  'refuse-content-for-now',
  'drop-within-data',
  'drop-after-data',
  'stay-silent',
])(
  'R-02 after this fault of the mail server each report is delivered later, under the same Message-ID: %s',
  async (fault) => {
    await aDayWithTwoRecipients();
    house.server.next.push(fault, fault, fault);
    await house.run(nextMorning);
    expect((await rowsOfOutbox()).map(({ state }) => state)).toContain('queued');
    await house.run(nextMorning + 2 * minute);
    await house.run(nextMorning + 6 * minute);
    expect((await rowsOfOutbox()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    const acknowledged = house.server.received.filter((mail) => mail.acknowledged);
    expect(new Set(acknowledged.map(({ mail }) => mail.messageId)).size).toBe(2);
    expect(acknowledged).toHaveLength(2);
    expect(new Set(house.server.received.map(({ mail }) => mail.messageId)).size).toBe(2);
  },
);

test('R-02 a slow server is waited for: each mail is delivered at its first try, once', async () => {
  await aDayWithTwoRecipients();
  house.server.next.push('take-slowly', 'take-slowly');
  await house.run(nextMorning);
  await house.run(nextMorning + minute);
  await expectOneReportOneMailEach();
  expect(house.server.received).toHaveLength(2);
  expect((await rowsOfOutbox()).map(({ attempts }) => attempts)).toEqual([1, 1]);
});

test('R-02 no server for hours: tried ever more rarely, then delivered', async () => {
  await aDayWithTwoRecipients();
  house.server.next.push(...Array.from({ length: 8 }, () => 'refuse-content-for-now' as const));
  for (let minutes = 0; minutes < 60; minutes += 1) await house.run(nextMorning + minutes * minute);
  const rows = await rowsOfOutbox();
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(rows.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(10);
});

test('R-02 a recipient who is refused for good has failed and is visible; the other has the report', async () => {
  await aDayWithTwoRecipients();
  house.server.refusedAlways.add('health@wuhan.example');
  await house.run(nextMorning);
  await house.run(nextMorning + 60 * minute);
  expect((await rowsOfOutbox()).map(({ state, attempts }) => [state, attempts]).sort()).toEqual([
    ['failed', 1],
    ['sent', 1],
  ]);
  expect(house.server.received.map(({ to }) => to)).toEqual([['bureau@wuhan.example']]);
});

test('R-02 asked for again: the same file byte for byte, under a Message-ID of its own', async () => {
  await aDayWithTwoRecipients();
  await house.run(nextMorning);
  const { items } = await house.store.find(deliveries, { where: { city, day }, limit: 10 });
  const delivery = items.find(({ reportId }) => reportId.endsWith('.full'));
  const bureau = anOfficial({ officialId: 'o1', roles: ['bureau'] });
  const asked = await sendAgain(house.needs, bureau, { deliveryId: delivery?._id ?? '' });
  expect(asked).toMatchObject({ ok: true, value: { state: 'queued', repeats: 1 } });
  expect(await sendAgain(house.needs, bureau, { deliveryId: delivery?._id ?? '' })).toMatchObject({
    failure: { code: 'delivery-under-way' },
  });
  const elsewhere = { ...bureau, cities: ['210100'] };
  expect(await sendAgain(house.needs, elsewhere, { deliveryId: delivery?._id ?? '' })).toMatchObject({
    failure: { code: 'delivery-unknown' },
  });
  await house.run(nextMorning + minute);
  const full = house.server.received.filter(({ to }) => to[0] === 'bureau@wuhan.example');
  expect(full).toHaveLength(2);
  const [first, second] = full;
  if (!first || !second) throw new Error('two mails were expected');
  expect((await house.linkedFile(second)).equals(await house.linkedFile(first))).toBe(true);
  expect(second.mail.messageId).not.toBe(first.mail.messageId);
});
