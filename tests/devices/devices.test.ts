import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { devices } from '@tongcheng/cloudfunctions/app/devices/device-record';
import { isPublicKey } from '@tongcheng/cloudfunctions/app/devices/ed25519';
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

const operator = (cities?: string[]) => officialToken(town, ['operator'], cities);

test('T-05 a device proves its key and then reads its own registration, and no other’s', async () => {
  const gate = await openDevice(town, { venueId: '420100-bus-e1-01' });
  await openDevice(town, { kind: 'reader' });
  const own = await town.ask('devices.get-own-device', {}, await gate.signIn());
  expect(own).toMatchObject({
    value: { deviceId: gate.deviceId, kind: 'gate', city: '420100', venueId: '420100-bus-e1-01' },
  });
  expect(JSON.stringify(own)).not.toContain(gate.publicKey);
});

test('T-05 a device whose registration is gone is told so, though its token still holds', async () => {
  const gate = await openDevice(town);
  const token = await gate.signIn();
  expect(await town.ask('devices.get-own-device', {}, token)).toMatchObject({ ok: true });
  await town.needs.store.delete(devices, gate.deviceId);
  expect(await town.ask('devices.get-own-device', {}, token)).toMatchObject({
    failure: { code: 'device-not-registered' },
  });
});

test('a challenge serves once, for a minute, for the device that asked, and under its own key', async () => {
  const [gate, other] = [await openDevice(town), await openDevice(town)];
  const challenge = await gate.challenge();
  const refused = { status: 401, failure: { code: 'device-refused' } };
  expect(await gate.answer(challenge, keyPair())).toMatchObject(refused);
  expect(await other.answer(challenge)).toMatchObject(refused);
  expect(await gate.answer(challenge.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)))).toMatchObject(
    refused,
  );
  expect(await gate.answer(challenge)).toMatchObject({ ok: true });
  expect(await gate.answer(challenge)).toMatchObject(refused);
  const late = await gate.challenge();
  town.pass(60_001);
  expect(await gate.answer(late)).toMatchObject(refused);
});

test('an unknown device gets a challenge like every other, and is refused like every other', async () => {
  const deviceId = '0'.repeat(26);
  const told = await town.ask('devices.get-challenge', { deviceId });
  expect(told).toMatchObject({ ok: true, value: { challenge: expect.stringMatching(/^\d+\.[\w-]{22}\.[\w-]{43}$/) } });
  const signed = { deviceId, challenge: `${Date.now()}.aaaaaaaaaaaa.bbbb`, signature: 'A'.repeat(86) };
  expect(await town.ask('devices.sign-in-device', signed)).toMatchObject({ failure: { code: 'device-refused' } });
});

test('X-24 a revoked device signs in no more, and its token ends within five seconds', async () => {
  const gate = await openDevice(town);
  const token = await gate.signIn();
  const revoke = { deviceId: gate.deviceId, reason: '遗失 lost' };
  expect(await town.ask('devices.revoke-device', revoke, operator(['420200']))).toMatchObject({
    failure: { code: 'device-not-registered' },
  });
  expect(await town.ask('devices.get-own-device', {}, token)).toMatchObject({ ok: true });
  expect(await town.ask('devices.revoke-device', revoke, operator())).toMatchObject({
    value: { revokedAt: expect.any(Number) },
  });
  town.pass(5_000);
  expect(await town.ask('devices.get-own-device', {}, token)).toMatchObject({ failure: { code: 'not-signed-in' } });
  expect(await gate.answer(await gate.challenge())).toMatchObject({ failure: { code: 'device-refused' } });
  expect(await town.ask('devices.list-devices', { city: '420100' }, operator())).toMatchObject({
    value: { devices: [{ deviceId: gate.deviceId, revokedAt: expect.any(Number) }] },
  });
});

test('X-24 officials read where a device stands by the name of the place', async () => {
  await openDevice(town, { venueId: '420100-bus-e1-01' });
  const told = await town.ask('devices.list-devices', { city: '420100' }, operator());
  expect(told).toMatchObject({ value: { devices: [{ venue: { venueId: '420100-bus-e1-01', mode: 'bus' } }] } });
});

test('X-04 registering and revoking are on record before they hold', async () => {
  const gate = await openDevice(town);
  await town.ask('devices.revoke-device', { deviceId: gate.deviceId, reason: 'x' }, operator());
  const { items } = await town.needs.store.find(accessLog, { where: {}, limit: 10 });
  expect(items.map(({ access }) => [access.purpose, access.what, access.reason])).toEqual([
    ['device-keys', gate.deviceId, 'register'],
    ['device-keys', gate.deviceId, 'revoke'],
  ]);
});

test('a key is one device’s for ever, and no key that signs anything is anybody’s', async () => {
  const gate = await openDevice(town);
  const ask = (publicKey: string, more = {}) =>
    town.ask('devices.register-device', { city: '420100', kind: 'gate', name: 'x', publicKey, ...more }, operator());
  expect(await ask(gate.publicKey)).toMatchObject({ failure: { code: 'key-refused' } });
  expect(await ask('A'.repeat(43))).toMatchObject({ failure: { code: 'key-refused' } });
  expect(isPublicKey(keyPair().publicKey)).toBe(true);
  expect(await ask(keyPair().publicKey, { venueId: '420200-taxi-0001' })).toMatchObject({
    failure: { code: 'venue-unknown' },
  });
  expect(await ask(keyPair().publicKey, { operatorId: '0'.repeat(26) })).toMatchObject({
    failure: { code: 'operator-unknown' },
  });
  expect(await ask(keyPair().publicKey, { city: '420200' })).toMatchObject({ failure: { code: 'city-unknown' } });
});
