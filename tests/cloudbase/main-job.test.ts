import { openStoreLease } from '@tongcheng/cloudfunctions/adapters/store-lease/store-lease';
import { reportPassword } from '@tongcheng/cloudfunctions/app/reports/protection/report-password';
import { deliveries, reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { dyingProcess, Killed } from '../reports/dying';
import { readWorkbook } from '../reports/read-workbook';
import { attachmentOf } from '../world/mail-server';
import { type CloudTown, openCloudTown } from './cloud-town';

jest.setTimeout(240_000);

let town: CloudTown;
beforeEach(async () => {
  town = await openCloudTown();
});
afterEach(() => town.close());

const day = '2026-11-20';
const hour = 3_600_000;

const keptScans = async () => (await town.needs.store.find(scans, { where: { day }, limit: 100 })).items;

/** One report in each form, one mail to the one recipient, and in it the journeys of the day. */
async function expectOneReport(journeys: number) {
  const found = (await town.needs.store.find(reports, { where: { city: '420100', day }, limit: 100 })).items;
  expect(found.map(({ form, version }) => `${form} ${version}`).sort()).toEqual(['full 1', 'masked 1']);
  const outbox = (await town.needs.store.find(deliveries, { where: { city: '420100', day }, limit: 100 })).items;
  expect(outbox.map(({ state }) => state)).toEqual(['sent']);
  expect([...town.cloud.files.keys()].sort()).toEqual(found.map(({ key }) => key).sort());
  const mails = new Map(town.server.received.map((each) => [each.mail.messageId, each]));
  expect(mails.size).toBe(1);
  const password = await reportPassword(town.needs, { city: '420100', day, form: 'full' });
  for (const each of mails.values()) {
    const sheets = await readWorkbook(attachmentOf(each), password);
    expect(sheets.find(({ name }) => name.startsWith('乘客行程'))?.rows.slice(1)).toHaveLength(journeys);
  }
}

test('R-01 the whole job in the cloud: scan, verdict, report by mail, while the cloud throttles, cuts and loses answers', async () => {
  const bearer = await town.rider(0);
  const boarding = town.scan();
  town.cloud.faults.plan(
    { kind: 'throttled', action: 'database.getDocument', times: 2 },
    { kind: 'done-then-cut', action: 'database.insertDocument' },
    { kind: 'rubbish', action: 'database.getDocument', after: 1 },
  );
  const first = await town.ask(town.needs, 'rides.record-scan', boarding, bearer);
  expect(first).toMatchObject({ ok: true, value: { verdict: { decision: 'admit' }, meaning: 'board' } });
  town.cloud.faults.clear();
  expect(await town.ask(town.needs, 'rides.record-scan', boarding, bearer)).toMatchObject({ ok: true });
  expect(await keptScans()).toHaveLength(1);
  town.pass(hour / 2);
  const again = await town.rider(0);
  expect(await town.ask(town.needs, 'rides.record-scan', town.scan(), again)).toMatchObject({ ok: true });
  expect(await keptScans()).toHaveLength(2);

  town.pass(18 * hour);
  for (const action of ['database.insertDocument', 'database.modifyDocument', 'storage.getUploadMetadata'])
    town.cloud.faults.plan(
      { kind: 'done-then-cut', action },
      { kind: 'throttled', action, after: 1 },
      { kind: 'gateway', action, after: 1 },
    );
  await runDailyReports(town.needs);
  expect(town.faults).toEqual([]);
  await expectOneReport(1);
});

test('a function that is killed again and again between its writes is made good by the next, and the report is one', async () => {
  const bearer = await town.rider(0);
  await town.ask(town.needs, 'rides.record-scan', town.scan(), bearer);
  town.pass(18 * hour);
  let runs = 0;
  for (let ended = false; !ended && runs < 60; runs += 1) {
    const dying = dyingProcess(town.needs.store, town.needs.objects, 2 + runs, 'after');
    const lease = openStoreLease({ store: dying.store, clock: town.needs.clock, chance: town.needs.chance });
    await runDailyReports({ ...town.needs, ...dying, lease }).catch((fault) => {
      if (!(fault instanceof Killed)) throw fault;
    });
    ended = !dying.isDead();
    town.pass(hour / 4);
  }
  expect(runs).toBeGreaterThan(3);
  expect(runs).toBeLessThan(60);
  await expectOneReport(1);
});

test('a timer that fires twice, in two instances whose clocks differ by minutes: one report, one mail', async () => {
  const bearer = await town.rider(0);
  const [ahead, behind] = [await town.instance(4 * 60_000), await town.instance(-4 * 60_000)];
  const boarding = town.scan();
  const answers = await Promise.all(
    [town.needs, ahead, behind].map((needs) => town.ask(needs, 'rides.record-scan', boarding, bearer)),
  );
  expect(answers).toEqual(answers.map(() => expect.objectContaining({ ok: true })));
  const kept = await keptScans();
  expect(kept).toHaveLength(1);
  town.pass(18 * hour);
  await Promise.all([ahead, behind, ahead].map((needs) => runDailyReports(needs)));
  await runDailyReports(behind);
  expect(town.faults).toEqual([]);
  await expectOneReport(1);
  expect(town.server.received).toHaveLength(1);
});

test('a repeat scan costs the cloud one read and one write, a try again one read: counted as requests', async () => {
  const bearer = await town.rider(0);
  await town.ask(town.needs, 'rides.record-scan', town.scan(), bearer);
  const requestsOf = async (run: () => Promise<unknown>) => {
    const before = town.cloud.seen.length;
    await run();
    return town.cloud.seen.slice(before).map(({ action, collection }) => `${action} ${collection}`);
  };
  town.pass(1_000);
  const repeated = town.scan();
  const send = () => town.ask(town.needs, 'rides.record-scan', repeated, bearer);
  expect(await requestsOf(send)).toEqual(['database.getDocument scans', 'database.insertDocument scans']);
  expect(await requestsOf(send)).toEqual(['database.getDocument scans']);
});

test('the wrapped keys lie in the other environment, and documents whose keys are gone do not start', async () => {
  const { cloud } = town;
  await town.rider(0);
  expect(cloud.collections.get('people')?.size).toBe(1);
  expect(cloud.collections.get('town-keys-3c4d/keys-personKeys')?.size).toBe(1);
  expect([...cloud.collections.keys()].filter((name) => /Keys$/.test(name) && !name.includes('/'))).toEqual([]);
  cloud.collections.set('town-keys-3c4d/keys-belongings', new Map());
  await expect(town.instance()).rejects.toThrow('TONGCHENG_CLOUDBASE_KEYS_ENV');
});
