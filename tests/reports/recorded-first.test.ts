import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { downloadReport } from '@tongcheng/cloudfunctions/app/reports/download-report';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { showPassword } from '@tongcheng/cloudfunctions/app/reports/show-password';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { anOfficial } from '../world/callers';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';

jest.setTimeout(30_000);

let house: ReportInstallation;
afterEach(() => house.close());

/** The real store; its access log takes no entry of this purpose. */
const withoutLog = (store: DocumentStore, purpose: string): DocumentStore => ({
  ...store,
  insert: async (into, document) => {
    if (into.name === accessLog.name && JSON.stringify(document).includes(`"purpose":"${purpose}"`))
      throw new StoreRefused('the access log takes nothing');
    return store.insert(into, document);
  },
});

async function aDay(protection: 'link' | 'password' = 'link') {
  house = await openReportInstallation(protection);
  await house.recipient('bureau@wuhan.example', 'full');
  const { caller } = await house.person(1);
  await house.ride(caller, clock('12:00:00'), ['bus1', clock('08:00:00')]);
  house.clock.set(nextMorning);
}

test.each(['daily-report', 'report-delivery'])(
  'X-04 while the access log takes no entry of %s nothing leaves; afterwards it goes on by itself',
  async (purpose) => {
    await aDay();
    const shut = house.needsOver(withoutLog(house.store, purpose), house.objects);
    await runDailyReports(shut).catch(() => undefined);
    expect(house.server.received).toEqual([]);
    const formed = purpose === 'report-delivery';
    expect([(await house.reports()).length, house.files().length]).toEqual(formed ? [2, 2] : [0, 0]);
    await house.run(nextMorning + 20 * 60_000);
    expect(house.server.received.map(({ to }) => to)).toEqual([['bureau@wuhan.example']]);
  },
);

test('X-04 no link and no password of a report is given while its opening cannot be recorded', async () => {
  await aDay('password');
  await house.run(nextMorning);
  const asked = { reportId: `${city}.${day}.v1.full`, purpose: 'epidemic-control' } as const;
  const health = anOfficial({ officialId: 'h1', roles: ['health'] });
  const shut = (purpose: string) => ({ ...house.needs, store: withoutLog(house.store, purpose) });
  await expect(downloadReport(shut('report-download'), health, asked)).rejects.toThrow(StoreRefused);
  await expect(showPassword(shut('report-password'), health, asked)).rejects.toThrow(StoreRefused);
  expect(await downloadReport(house.needs, health, asked)).toMatchObject({ ok: true });
  expect(await showPassword(house.needs, health, asked)).toMatchObject({ ok: true });
});
