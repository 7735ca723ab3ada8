import { formPlan } from '@tongcheng/cloudfunctions/app/reports/forming/form-plan';
import { deliveries, plans, recipients, reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { sendAgain } from '@tongcheng/cloudfunctions/app/reports/send-again';
import { queueDeliveries } from '@tongcheng/cloudfunctions/app/reports/sending/queue-deliveries';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import { anOfficial } from '../world/callers';
import { attachmentOf, type Received } from '../world/mail-server';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { answered } from '../world/rider';
import { readWorkbook } from './read-workbook';

jest.setTimeout(30_000);

const [bureau, health] = ['bureau@wuhan.example', 'health@wuhan.example'];
let house: ReportInstallation;
let secrets: readonly string[];

beforeEach(async () => {
  house = await openReportInstallation('none');
  await house.recipient(bureau, 'full');
  await house.recipient(health, 'masked');
  const { caller, facts } = await house.person(1);
  secrets = [facts.name, facts.documentNumber, facts.phone];
  await house.ride(caller, clock('12:00:00'), ['bus1', clock('08:00:00')], ['bus1', clock('08:25:00')]);
});
afterEach(() => house.close());

/** What came by mail and lies in the object store holds the masked rider, and nobody's name, number or phone. */
async function expectNoNames(mails: readonly Received[]) {
  const stored = await Promise.all((await house.reports()).map(async ({ key }) => house.file(key)));
  expect(stored.length).toBeGreaterThan(0);
  for (const file of [...stored, ...mails.map((mail) => attachmentOf(mail))]) {
    const text = JSON.stringify(await readWorkbook(file));
    expect(text).toContain('139****0001');
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
  for (const { mail } of mails) for (const secret of secrets) expect(JSON.stringify(mail.text)).not.toContain(secret);
}

const idOf = async (address: string) =>
  (await house.store.find(recipients, { where: { city }, limit: 10 })).items.find((each) => each.address === address)
    ?._id ?? '';

test('R-04 without protection whoever was to get names gets the masked form, and no other is made', async () => {
  await house.run(nextMorning);
  expect(house.faults).toEqual([]);
  expect((await house.reports()).map(({ form }) => form)).toEqual(['masked']);
  expect(house.server.received.map(({ to }) => to[0]).sort()).toEqual([bureau, health]);
  await expectNoNames(house.server.received);
});

test('R-04 a full form that an earlier release planned without protection is made masked', async () => {
  house.clock.set(nextMorning);
  const plan = {
    ...{ _id: `${city}.${day}.v1`, city, day, version: 1, since: 0, until: nextMorning - 60_000 },
    plannedAt: nextMorning,
    protection: 'none',
    forms: [
      { form: 'full', recipientIds: [await idOf(bureau)] },
      { form: 'masked', recipientIds: [await idOf(health)] },
    ],
    attempts: [],
    progress: [],
    state: 'planned',
  } as const;
  await house.store.insert(plans, plan);
  expect(await formPlan(house.needs, plan, reportSubjects)).toBe(true);
  await house.run(nextMorning);
  expect((await house.reports()).map(({ form }) => form)).toEqual(['masked']);
  expect(house.server.received.map(({ to }) => to[0]).sort()).toEqual([bureau, health]);
  await expectNoNames(house.server.received);
});

test('R-04 a full form that an earlier release made without protection is not sent: the masked one goes, now and again', async () => {
  await house.run(nextMorning);
  const [masked] = await house.reports();
  if (!masked) throw new Error('nothing was formed');
  const { _v, ...made } = masked;
  const full = { ...made, _id: `${made.planId}.full`, form: 'full', key: 'reports/names.xlsx' } as const;
  await house.store.insert(reports, full);
  await queueDeliveries(house.needs, full, [await idOf(bureau)]);
  await house.run(nextMorning + 60_000);
  const deliveryId = `${full._id}.${await idOf(bureau)}`;
  const official = anOfficial({ officialId: 'o1', roles: ['bureau'] });
  answered(await sendAgain(house.needs, official, { deliveryId }));
  await house.run(nextMorning + 120_000);
  expect((await house.store.get(deliveries, deliveryId))?.state).toBe('sent');
  const toBureau = house.server.received.filter(({ to }) => to[0] === bureau);
  expect(toBureau).toHaveLength(3);
  expect(toBureau.map((mail) => attachmentOf(mail).equals(attachmentOf(toBureau[0] ?? mail)))).toEqual([
    true,
    true,
    true,
  ]);
  for (const { mail } of toBureau) expect(mail.attachments[0]?.filename).toContain('masked');
});

test('R-04 no file with names can be written without protection, whoever asks', async () => {
  const { writeFile } = await import('@tongcheng/cloudfunctions/app/reports/forming/write-file');
  await house.run(nextMorning);
  const plan = await house.store.get(plans, `${city}.${day}.v1`);
  const [rides] = reportSubjects;
  const { scopeOf } = await import('@tongcheng/cloudfunctions/app/venues/scope-of');
  const scope = await scopeOf(house.needs, { level: 'city', code: city });
  if (!plan || !rides || !scope) throw new Error('no plan');
  await expect(writeFile(house.needs, rides, { plan, form: 'full', scope }, 'reports/names')).rejects.toThrow(
    'no names',
  );
  expect(house.files()).toHaveLength(1);
});
