import { consentVersion } from '@tongcheng/shared/identity/consent';
import { type RunningHost, startHost } from '../../host/start-host';
import { newPlace, optionsIn, type Place } from './place';
import { anyCode, post, scanOf, tokensOf } from './riders';

jest.setTimeout(120_000);

let place: Place;
let host: RunningHost;

beforeAll(async () => {
  place = newPlace();
  host = await startHost(await optionsIn(place, { city: true, journeys: 0 }), { say: () => undefined });
}, 120_000);
afterAll(async () => {
  await host.stop();
  place.remove();
});

const ask = async (name: string, body: unknown, token?: string) =>
  JSON.parse((await post(host.url, name, body, token)).text);

/** Signs in on a phone of its own and registers with these facts. */
async function register(subject: string, facts: object) {
  const headers = { 'content-type': 'application/json' };
  const asked = { method: 'POST', headers, body: JSON.stringify({ subject }) };
  const { code } = await (await fetch(`${host.url}/providers/sign-in/code`, asked)).json();
  const signedIn = await ask('identity.sign-in', { provider: 'web', code, city: '420100' });
  const consent = { version: consentVersion, sensitive: true };
  const agreed = await ask('identity.consent', consent, signedIn.value.accessToken);
  return ask('identity.verify-identity', facts, agreed.value.accessToken);
}

test('X-22 on a running host: whoever knows all facts of a rider tries everything, and the rider has what they had', async () => {
  const guest = host.city?.people.find(({ role, documentKind }) => role === 'guest' && documentKind === 'resident-id');
  if (!guest) throw new Error('no guest');
  const { name, documentKind, documentNumber, phone } = guest;
  const facts = { name, documentKind, documentNumber, phone };
  const mine = await register('a-phone-of-the-rider', facts);
  const token: string = mine.value.accessToken;
  const official = (await tokensOf(place.folder.concat('/master.key'))).official();
  const code = await anyCode(host.url, official);
  const ridden = await ask('rides.record-scan', scanOf(code), token);
  expect(ridden.ok).toBe(true);
  const today = { city: '420100', days: 2 };
  const before = {
    rides: await ask('rides.history', today, token),
    devices: await ask('identity.list-own-devices', {}, token),
    export: (await ask('rights.export-own', { form: 'json', documentNumber }, token)).ok,
  };

  const theirs = await register('a-phone-of-a-stranger', facts);
  const attack: string = theirs.value.accessToken;
  expect(theirs.value.account).toMatchObject({ authenticated: true, unproven: 'claim' });
  const scanned = await ask('rides.record-scan', scanOf(code), attack);
  // At night there is one more flag, of the hour.
  const flags = expect.arrayContaining(['identity-claimed']);
  expect(scanned).toMatchObject({ ok: true, value: { flags, meaning: 'board' } });
  const deviceId: string = before.devices.value.devices[0].deviceId;
  const { scanId } = ridden.value;
  const accountId: string = mine.value.account.accountId;
  const correction = { city: '420100', scanId, meaning: 'alight', correctionId: scanOf(code).scanId };
  const member = { ...facts, relation: 'parent', consent: true };
  const codes: string[] = [];
  const tried = async (endpoint: string, body: unknown) => {
    const answer = await ask(endpoint, body, attack);
    codes.push(`${endpoint} ${answer.ok ? 'ok' : answer.failure.code}`);
    return answer;
  };
  const seen = [
    await tried('rides.history', today),
    await tried('appeals.own-appeals', {}),
    await tried('rights.own-accesses', {}),
    await tried('cards.list-cards', {}),
    await tried('identity.list-own-devices', {}),
    await tried('identity.list-own-accounts', {}),
  ];
  await tried('identity.list-family', {});
  await tried('identity.add-member', member);
  await tried('cards.bind-card', { kind: 't-union', number: '3104800000001234567' });
  await tried('rights.export-own', { form: 'json', documentNumber });
  await tried('appeals.look-at-verdict', { scanId });
  await tried('appeals.make-appeal', { scanId, text: '请核对' });
  await tried('rides.correct-meaning', correction);
  await tried('identity.end-device', { deviceId });
  await tried('identity.decide-account', { accountId, agree: false });
  await tried('identity.verify-identity', facts);
  await tried('identity.update-eligibility', {});
  await tried('identity.sign-out', { everywhere: true });
  const again = await register('a-phone-of-a-stranger', facts);
  const withdrawn = await ask('identity.withdraw-consent', {}, again.value.accessToken);
  const third = await ask('identity.verify-identity', facts, withdrawn.value?.accessToken);
  const deleted = await ask('identity.delete-account', {}, (third.value ?? withdrawn.value).accessToken);
  expect(codes).toEqual([
    'rides.history ok',
    'appeals.own-appeals ok',
    'rights.own-accesses ok',
    'cards.list-cards ok',
    'identity.list-own-devices ok',
    'identity.list-own-accounts ok',
    'identity.list-family identity-not-proven',
    'identity.add-member identity-not-proven',
    'cards.bind-card identity-not-proven',
    'rights.export-own identity-not-proven',
    'appeals.look-at-verdict scan-unknown',
    'appeals.make-appeal scan-unknown',
    'rides.correct-meaning scan-unknown',
    'identity.end-device device-unknown',
    'identity.decide-account identity-not-proven',
    'identity.verify-identity ok',
    'identity.update-eligibility ok',
    'identity.sign-out ok',
  ]);
  const shown = JSON.stringify(seen);
  for (const secret of [scanId, deviceId, accountId]) expect(shown).not.toContain(secret);
  expect(deleted.ok).toBe(true);

  const renewed = await ask('identity.refresh', { refreshToken: mine.value.refreshToken });
  const now: string = renewed.value.accessToken;
  expect(renewed.value.account).toMatchObject({ authenticated: true, maskedPhone: mine.value.account.maskedPhone });
  const after = {
    rides: await ask('rides.history', today, now),
    devices: await ask('identity.list-own-devices', {}, now),
    export: (await ask('rights.export-own', { form: 'json', documentNumber }, now)).ok,
  };
  expect(after.rides.value).toEqual(before.rides.value);
  expect(after.export).toBe(before.export);
  expect(after.devices.value.devices.map((device: { deviceId: string }) => device.deviceId)).toEqual([deviceId]);
});
