import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { deviceInvitations } from '@tongcheng/cloudfunctions/app/devices/device-invitation';
import { devices } from '@tongcheng/cloudfunctions/app/devices/device-record';
import { deviceEnrolText } from '@tongcheng/shared/devices/sign-in-text';
import { dayMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { keyPair, openDevice } from '../world/key-holders';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const venueId = '420100-bus-e1-01';
const operator = (cities?: string[]) => officialToken(town, ['operator'], cities);

async function invited(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const input = { city: '420100', kind: 'reader', name: '前门读卡器', venueId, ...more };
  const told = await town.ask('devices.invite-device', input, operator());
  return z.object({ code: z.string() }).parse(told.value).code;
}

const enrol = (code: string, keys = keyPair(), more: Readonly<Record<string, unknown>> = {}) =>
  town.ask('devices.enrol-device', {
    code,
    publicKey: keys.publicKey,
    softwareVersion: '1.0.0',
    proof: keys.sign(deviceEnrolText(code, keys.publicKey)),
    ...more,
  });

const refused = { status: 401, failure: { code: 'enrolment-refused' } };

test('B-06 a reader enrols itself by a code that an official gave out, and stands where they said', async () => {
  const code = await invited({ place: { direction: 'boarding', lane: '前门' } });
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  // As somebody types it who reads it from paper.
  expect(await enrol(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
    ok: true,
    value: { kind: 'reader', venueId, place: { direction: 'boarding', lane: '前门' }, registeredBy: 'official-1' },
  });
  expect(await town.ask('devices.list-devices', { city: '420100' }, operator())).toMatchObject({
    value: { devices: [{ name: '前门读卡器', state: { softwareVersion: '1.0.0', lastSeenAt: expect.any(Number) } }] },
  });
});

test('B-06 a code serves one device, for a day, and a wrong one tells nobody why', async () => {
  const code = await invited();
  expect(await enrol('AAAA-AAAA-AAAA')).toMatchObject(refused);
  expect(await enrol(code)).toMatchObject({ ok: true });
  expect(await enrol(code)).toMatchObject(refused);
  const late = await invited();
  town.pass(dayMs);
  expect(await enrol(late)).toMatchObject(refused);
});

test('B-06 of two devices that use one code at once, one is enrolled', async () => {
  const code = await invited();
  const told = await Promise.all([enrol(code), enrol(code), enrol(code)]);
  expect(told.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await town.needs.store.count(devices, {})).toBe(1);
});

test('X-17 a key is one device’s for ever, also where two enrol it at once; whoever cannot sign with it enrols none', async () => {
  const [keys, other] = [keyPair(), keyPair()];
  const [first, second] = [await invited(), await invited()];
  expect(await enrol(first, keys, { proof: other.sign(deviceEnrolText(first, keys.publicKey)) })).toMatchObject(
    refused,
  );
  expect(await enrol(first, keys, { proof: keys.sign(deviceEnrolText(second, keys.publicKey)) })).toMatchObject(
    refused,
  );
  const told = await Promise.all([enrol(first, keys), enrol(second, keys)]);
  expect(told.map(({ ok, failure }) => failure?.code ?? ok).sort()).toEqual(['key-refused', true].sort());
  expect(await enrol(await invited(), keys)).toMatchObject({ failure: { code: 'key-refused' } });
  const registered = await openDevice(town);
  const again = { city: '420100', kind: 'gate', name: 'x', publicKey: registered.publicKey };
  expect(await town.ask('devices.register-device', again, operator())).toMatchObject({
    failure: { code: 'key-refused' },
  });
});

test('a key that is refused does not use the code up', async () => {
  const [keys, code] = [keyPair(), await invited()];
  await enrol(await invited(), keys);
  expect(await enrol(code, keys)).toMatchObject({ failure: { code: 'key-refused' } });
  expect(await enrol(code)).toMatchObject({ ok: true });
});

test('after ten wrong codes in a minute an address is told so, and a right one is still taken', async () => {
  const code = await invited();
  for (let i = 0; i < 10; i += 1) expect(await enrol('AAAA-AAAA-AAAA')).toMatchObject(refused);
  expect(await enrol('AAAA-AAAA-AAAA')).toMatchObject({ status: 429, failure: { code: 'enrolment-limited' } });
  expect(await enrol(code)).toMatchObject({ ok: true });
});

test('X-04 inviting and moving are on record before they hold, and the code is kept nowhere', async () => {
  const code = await invited();
  const { deviceId } = z.object({ deviceId: z.string() }).parse((await enrol(code)).value);
  const moved = { deviceId, venueId: '420100-bus-e1-02', place: { direction: 'exit' } };
  expect(await town.ask('devices.move-device', moved, operator())).toMatchObject({ ok: true, value: moved });
  const { items } = await town.needs.store.find(accessLog, { where: {}, limit: 10 });
  expect(items.map(({ access }) => [access.purpose, access.reason])).toEqual([
    ['device-keys', 'invite'],
    ['device-keys', 'move'],
  ]);
  const kept = await town.needs.store.find(deviceInvitations, { where: {}, limit: 10 });
  expect(JSON.stringify(kept.items)).not.toContain(code.replaceAll('-', ''));
});

test('X-24 a device is moved within its city, by an official of that city, while it is not revoked', async () => {
  const gate = await openDevice(town, { venueId });
  const move = (to: string, cities?: string[]) =>
    town.ask('devices.move-device', { deviceId: gate.deviceId, venueId: to }, operator(cities));
  expect(await move('420100-bus-e1-02', ['420200'])).toMatchObject({ failure: { code: 'device-not-registered' } });
  expect(await move('420200-taxi-0001')).toMatchObject({ failure: { code: 'venue-unknown' } });
  expect(await move('420100-bus-e1-02')).toMatchObject({ value: { venueId: '420100-bus-e1-02' } });
  expect(await move(venueId)).toMatchObject({ value: { venueId } });
  expect(await town.needs.store.get(devices, gate.deviceId)).toMatchObject({ earlierVenueIds: ['420100-bus-e1-02'] });
  await town.ask('devices.revoke-device', { deviceId: gate.deviceId, reason: 'x' }, operator());
  expect(await move(venueId)).toMatchObject({ failure: { code: 'device-not-registered' } });
});

test('X-24 officials see when a device was last heard of, and by which program', async () => {
  const gate = await openDevice(town);
  await gate.signIn();
  const before = town.needs.clock.now();
  town.pass(60_000);
  const challenge = await gate.challenge();
  expect(await gate.answer(challenge)).toMatchObject({ ok: true });
  const told = await town.ask('devices.list-devices', { city: '420100' }, operator());
  const Listed = z.object({ devices: z.tuple([z.object({ state: z.object({ lastSeenAt: z.number() }) })]) });
  expect(Listed.parse(told.value).devices[0].state.lastSeenAt).toBeGreaterThan(before);
});
