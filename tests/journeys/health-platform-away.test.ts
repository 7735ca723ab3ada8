import { behindBreaker } from '@tongcheng/cloudfunctions/adapters/breaker/behind-breaker';
import { gb38963HealthStatus } from '@tongcheng/cloudfunctions/adapters/gb38963/health-status';
import { updateEligibility } from '@tongcheng/cloudfunctions/app/identity/update-eligibility';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import { openHealthPlatform } from '../stand-ins/gb38963/platform';
import { passOnThisMachine, standingClock } from '../world/clock';
import { postedCodes, rideInstanceOver, townSettings } from '../world/installation';
import { ownStore } from '../world/instance';
import { places } from '../world/places';
import { aCity } from '../world/records';
import { answered, authenticated, callerIn, wang } from '../world/rider';
import { scanInput } from '../world/scan-input';
import { longTimeoutMs, shortTimeoutMs } from '../world/timeouts';

jest.setTimeout(20_000);

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  jest.restoreAllMocks();
  for (const close of opened.splice(0)) await close();
});

/** A town with a bus, a rider of it, and a health-code platform over HTTP behind its breaker. */
async function town() {
  const { store, close } = ownStore();
  const clock = standingClock();
  const { needs: instance } = await rideInstanceOver(store, clock);
  await instance.services.open();
  const platform = await openHealthPlatform(clock.now);
  const health = gb38963HealthStatus(platform.platform, clock);
  await store.insert(cities, aCity(townSettings));
  await store.insert(venues, places.bus1);
  const needs = {
    ...instance,
    healthStatus: { of: behindBreaker(health.of, { failures: 3, restMs: 5_000 }) },
  };
  const code = (await postedCodes(instance.keys))(places.bus1);
  const scan = async (session: RiderSession) => {
    const input = scanInput(code, clock.now(), instance.chance.bytes);
    return answered(await recordScan(needs, await callerIn(needs, session), input));
  };
  const kept = async () => (await store.find(scans, { where: { day: '2026-11-21' }, limit: 10 })).items;
  opened.push(platform.close, instance.services.close, close);
  return { needs, clock, platform, scan, kept };
}

test('W-06 the health-code platform is away: the rider authenticates, the scan is stored, the verdict says refer, and green admits once it is back', async () => {
  const { needs, clock, platform, scan, kept } = await town();
  platform.people.set(wang.documentNumber, {
    level: '1',
    issueTime: '2026-11-21 06:00:00',
    issuer: 'hubei-health-code',
  });
  platform.faults.push('away', 'silent', 'wrongly-signed');
  const session = await authenticated(needs, 'a-rider-1');
  const first = await scan(session);
  expect(first.verdict).toMatchObject({ decision: 'refer', colour: 'grey' });
  expect(first.verdict.reasons.map(({ code }) => code)).toEqual(['status-unavailable']);
  expect(await kept()).toMatchObject([{ decision: 'refer', mode: 'bus', meaning: 'board' }]);

  const again = async () => answered(await updateEligibility(needs, await callerIn(needs, session), {}));
  platform.platform.timeoutMs = shortTimeoutMs;
  expect((await again()).account.standing.status).toBe('unavailable');
  platform.platform.timeoutMs = longTimeoutMs;
  expect((await again()).account.standing.status).toBe('unavailable');
  const resting = platform.asked.length;
  expect((await again()).account.standing.status).toBe('unavailable');
  expect(platform.asked).toHaveLength(resting);

  passOnThisMachine(5_001);
  const back = await again();
  expect(back.account.standing.status).toMatchObject({ colour: 'green', source: 'hubei-health-code' });
  clock.pass(120_000);
  expect((await scan(back)).verdict).toMatchObject({ decision: 'admit', colour: 'green' });
  expect(await kept()).toHaveLength(2);
});
