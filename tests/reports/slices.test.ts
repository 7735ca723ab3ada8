import { formPlan } from '@tongcheng/cloudfunctions/app/reports/forming/form-plan';
import { planVersion } from '@tongcheng/cloudfunctions/app/reports/forming/plan-version';
import type { FormingSlice } from '@tongcheng/cloudfunctions/app/reports/forming/slice';
import { wholeSlice } from '@tongcheng/cloudfunctions/app/reports/forming/slice';
import { writeSlice } from '@tongcheng/cloudfunctions/app/reports/forming/write-file';
import { plans, type ReportPlan } from '@tongcheng/cloudfunctions/app/reports/records';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import { scopeOf } from '@tongcheng/cloudfunctions/app/venues/scope-of';
import { reportKeyOf } from '@tongcheng/shared/reports/report-key';
import { cityScope } from '@tongcheng/shared/scope';
import officeCrypto from 'officecrypto-tool';
import { attachmentOf } from '../world/mail-server';
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

jest.setTimeout(120_000);

let house: ReportInstallation;
afterEach(() => house.close());

const hour = 3_600_000;
/** Two riders in a part, and so several parts for a few riders. */
const sizes = { ms: hour, steps: 1, riders: 2 };
/** A run that is told to stop makes one part and leaves the rest. */
const onePart = () => ({ ...house.needs, slices: sizes, stopping: AbortSignal.abort() });

async function someRides(from: number, to: number, sentAt: number, time: string) {
  for (let number = from; number <= to; number += 1) {
    const { caller } = await house.person(number);
    await house.ride(caller, sentAt, ['bus1', clock(`${time}:00`)], ['bus1', clock(`${time}:3${number % 10}`)]);
  }
}

async function rides() {
  const [subject] = reportSubjects;
  const scope = await scopeOf(house.needs, cityScope(city));
  if (!subject || !scope) throw new Error('no city or no subject');
  return { subject, scope };
}

async function plannedAt(now: number): Promise<ReportPlan> {
  const { subject, scope } = await rides();
  house.clock.set(now);
  const plan = await planVersion(house.needs, subject, scope, reportKeyOf({ city, day }), { now, until: now });
  if (!plan) throw new Error('no plan');
  return plan;
}

/** The file of a plan as one long run writes it. */
async function wholeFile(plan: ReportPlan, attempt = `reports/whole-${plan.version}`) {
  const { subject, scope } = await rides();
  const written = await writeSlice(house.needs, subject, { plan, form: 'full', scope }, wholeSlice(attempt, sizes));
  if (!written) throw new Error('it was not written');
  return written;
}

test('R-06 a report that takes many runs is the same to the byte as one of a single run; so is its supplement', async () => {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  await someRides(1, 7, clock('12:00:00'), '08:00');
  const runsOf = async (plan: ReportPlan) => {
    for (let run = 1; run < 50; run += 1) if (await formPlan(onePart(), plan, reportSubjects, Infinity)) return run;
    throw new Error('it never ended');
  };
  const first = await plannedAt(nextMorning);
  expect(await runsOf(first)).toBeGreaterThan(8);
  await someRides(5, 9, nextMorning + hour, '09:00');
  const second = await plannedAt(nextMorning + 24 * hour);
  expect(second.version).toBe(2);
  expect(await runsOf(second)).toBeGreaterThan(8);
  for (const plan of [first, second]) {
    const report = (await house.reports()).find(({ planId, form }) => planId === plan._id && form === 'full');
    const whole = await wholeFile(plan);
    expect(report?.sha256).toBe(whole.sha256);
    expect(report?.rows).toBe(whole.counts.rows);
  }
  // Of the parts nothing is left but those of the comparison.
  const left = house.files().filter(({ name, parentPath }) => !`${parentPath}/${name}`.includes('whole-'));
  expect(left.map(({ name }) => name.replace(/^.*\./, ''))).toEqual(['xlsx', 'xlsx', 'xlsx', 'xlsx']);
  expect(house.faults).toEqual([]);
});

test.each([
  ['before', 'link'],
  ['after', 'password'],
] as const)(
  'R-06 killed %s any write, another run goes on from the part before, and the file is the same to the byte: by %s',
  async (when, protection) => {
    house = await openReportInstallation(protection);
    await someRides(1, 5, clock('12:00:00'), '08:00');
    const plan = await plannedAt(nextMorning);
    const { subject, scope } = await rides();
    const order = { plan, form: 'full', scope } as const;
    const shared = await wholeFile(plan, 'reports/same');
    let deaths = 0;
    for (let at = 1; ; at += 1) {
      for (const { name } of house.files()) if (name.startsWith('same.')) await house.objects.delete(`reports/${name}`);
      let begun = 0;
      const begin: FormingSlice['begin'] = async (part) => {
        begun = Math.max(begun, part);
      };
      const slice = { ...wholeSlice('reports/same', sizes), begin };
      const dying = dyingProcess(house.store, house.objects, at, when);
      const mortal = { ...house.needs, store: dying.store, objects: dying.objects };
      await writeSlice(mortal, subject, order, slice).catch(() => undefined);
      if (!dying.isDead()) break;
      deaths += 1;
      const again = await writeSlice(house.needs, subject, order, { ...slice, begun });
      expect([at, again?.sha256]).toEqual([at, shared.sha256]);
    }
    expect(deaths).toBeGreaterThan(10);
  },
);

test('R-06 a run leaves what is not formed by a third of the function’s time to the next, and forms nothing after it', async () => {
  house = await openReportInstallation('link');
  await someRides(1, 7, clock('12:00:00'), '08:00');
  let now = nextMorning;
  const slow = { now: () => (now += 1_000) };
  const needs = { ...house.needs, clock: slow, slices: { ...sizes, ms: 4_000 } };
  const began = now;
  expect(await runDailyReports(needs)).toMatchObject({ planned: 1, formed: 0 });
  const [plan] = (await house.store.find(plans, { where: { city, day }, limit: 10 })).items;
  expect(plan).toMatchObject({ state: 'planned', progress: [{ parts: expect.any(Number) }] });
  expect(now - began).toBeLessThan(120_000);
  for (let run = 0; run < 20 && (await house.reports()).length === 0; run += 1) await runDailyReports(needs);
  expect((await house.reports()).map(({ rows }) => rows)).toEqual([7]);
  expect(house.faults).toEqual([]);
});

test('R-04 a report above the size of the setting goes by link, whatever its city chose', async () => {
  house = await openReportInstallation('password');
  await house.recipient('bureau@wuhan.example', 'full');
  house.clock.set(nextMorning);
  await runDailyReports({ ...house.needs, maxAttachmentBytes: 10_000 });
  const [linked] = house.server.received;
  if (!linked) throw new Error('no mail came');
  expect(linked.mail.attachments).toEqual([]);
  const [report] = (await house.reports()).filter(({ form }) => form === 'full');
  expect(sha256(await house.linkedFile(linked))).toBe(report?.sha256);
  await house.close();
  house = await openReportInstallation('password');
  await house.recipient('bureau@wuhan.example', 'full');
  await house.run(nextMorning);
  const [attached] = house.server.received;
  if (!attached) throw new Error('no mail came');
  expect(officeCrypto.isEncrypted(attachmentOf(attached))).toBe(true);
});
