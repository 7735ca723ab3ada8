import { endDevice } from '@tongcheng/cloudfunctions/app/identity/end-device';
import { listOwnDevices } from '@tongcheng/cloudfunctions/app/identity/list-own-devices';
import { signOut } from '@tongcheng/cloudfunctions/app/identity/sign-out';
import { dayMs } from '@tongcheng/shared/time';
import { instanceOver, ownStore } from '../world/instance';
import { agreedTo, answered, authenticated, callerIn, refusalOf, signedIn, wang } from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
beforeAll(async () => {
  needs = await instanceOver(place.store, undefined, 'devices');
  await needs.services.open();
});
afterAll(async () => {
  await needs.services.close();
  await place.close();
});

const me = { ...wang, documentKind: 'passport' as const, documentNumber: 'E99990001' };

test('X-14 devices of every platform of the person, the one in hand marked; one is signed out, nobody else’s', async () => {
  const here = await authenticated(needs, 'devices-web', me);
  needs.clock.pass(1_000);
  const tablet = await signedIn(needs, 'devices-web');
  needs.clock.pass(1_000);
  const caller = await callerIn(needs, here);
  const other = await agreedTo(needs, caller, await authenticated(needs, 'devices-other-platform', me));
  const { devices } = answered(await listOwnDevices(needs, caller, {}));
  expect(devices.map((device) => device.here)).toEqual([false, false, true]);
  const stranger = await callerIn(needs, await signedIn(needs, 'devices-stranger'));
  const [latest, second] = devices;
  expect(refusalOf(await endDevice(needs, stranger, { deviceId: second?.deviceId ?? '' }))).toBe('device-unknown');
  expect(refusalOf(await endDevice(needs, caller, { deviceId: stranger.sessionId }))).toBe('device-unknown');
  answered(await endDevice(needs, caller, { deviceId: second?.deviceId ?? '' }));
  needs.clock.pass(5_000);
  expect(await needs.callerOf(tablet.accessToken, 'x')).toBe('ended');
  expect(answered(await listOwnDevices(needs, caller, {})).devices).toHaveLength(2);
  answered(await signOut(needs, caller, { everywhere: true }));
  needs.clock.pass(5_000);
  expect(await needs.callerOf(other.accessToken, 'x')).toBe('ended');
  expect(latest?.here).toBe(false);
});

test('X-14 a device that was signed out already is as unknown as none', async () => {
  const caller = await callerIn(needs, await signedIn(needs, 'devices-twice'));
  const [own] = answered(await listOwnDevices(needs, caller, {})).devices;
  answered(await endDevice(needs, caller, { deviceId: own?.deviceId ?? '' }));
  expect(refusalOf(await endDevice(needs, caller, { deviceId: own?.deviceId ?? '' }))).toBe('device-unknown');
});

test('X-14 a session that ran out is no device', async () => {
  const caller = await callerIn(needs, await signedIn(needs, 'devices-old'));
  expect(answered(await listOwnDevices(needs, caller, {})).devices).toHaveLength(1);
  needs.clock.pass(61 * dayMs);
  expect(answered(await listOwnDevices(needs, caller, {})).devices).toEqual([]);
});
