import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { dayKeys } from '@tongcheng/cloudfunctions/vault/records';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';

const noon = clock('12:00:00');
let house: ReportInstallation;

beforeEach(async () => {
  house = await openReportInstallation();
  await house.recipient('bureau@wuhan.example', 'full');
  const one = await house.person(1);
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')], ['bus1', clock('08:30:00')]);
  await house.run(nextMorning);
});

afterEach(() => house.close());

const forgetAt = async (at: number) => {
  house.clock.set(at);
  await sweep(house.needs);
};

describe('the end of retention', () => {
  test('X-03 W-28 within the retention nothing is erased', async () => {
    await forgetAt(clock('23:00:00', '2022-07-02'));
    expect(await house.store.count(scans, { day })).toBe(2);
    expect(await house.needs.vault.day(city, day)).toBeDefined();
    expect(house.files()).not.toHaveLength(0);
  });

  test('X-03 W-28 after it the day’s key, its scans and the files of its reports are gone, for good and however often it runs', async () => {
    await forgetAt(clock('00:30:00', '2022-07-03'));
    await forgetAt(clock('00:35:00', '2022-07-03'));
    expect(await house.store.get(dayKeys, `${city}.${day}`)).toMatchObject({ wrapped: null });
    expect(await house.needs.vault.day(city, day)).toBeUndefined();
    expect(await house.store.days(scans)).not.toContain(day);
    expect(house.files().filter(({ name }) => name.endsWith('.xlsx'))).toEqual([]);
  });

  test('X-03 a report of an erased day says so and stays countable', async () => {
    await forgetAt(clock('00:30:00', '2022-07-03'));
    const [report] = await house.reports();
    expect(report?.forgottenAt).toBe(clock('00:30:00', '2022-07-03'));
    expect(report?.rows).toBe(1);
  });
});
