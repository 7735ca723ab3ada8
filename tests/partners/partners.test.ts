import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { keyPair, openPartner } from '../world/key-holders';
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

const own = 'partners.get-own-partner';
const refused = { status: 401, failure: { code: 'signature-refused' } };
const administrator = (cities?: string[]) => officialToken(town, ['administrator'], cities);

test('T-02 a partner system signs a text in the body and reads its own registration, without its keys', async () => {
  const network = await openPartner(town, 'ticketing-network');
  const told = await town.ask(own, network.request(own, {}));
  expect(told).toMatchObject({
    value: { partnerId: network.partnerId, scopes: [{ level: 'city', code: '420100' }], keys: [{ keyId: 'k1' }] },
  });
  expect(JSON.stringify(told)).not.toContain('publicKey');
});

test('the body may be written anew on its way: only the signed text counts', async () => {
  const network = await openPartner(town, 'platform');
  const { payload, signature, keyId, partnerId } = network.request(own, {});
  const body = `{ "signature" : "${signature}",\n "keyId":"${keyId}", "payload": ${JSON.stringify(payload)},"partnerId":"${partnerId}" }`;
  expect(await town.askRaw(own, body)).toMatchObject({ ok: true });
});

test('nothing but the whole text, for this operation, under its own key, is taken', async () => {
  const network = await openPartner(town, 'card-company');
  const other = await openPartner(town, 'card-company');
  const right = network.request(own, {});
  expect(await town.ask(own, { ...right, payload: right.payload.replace('{}', '{ }') })).toMatchObject(refused);
  expect(await town.ask(own, { ...right, partnerId: other.partnerId })).toMatchObject(refused);
  expect(await town.ask(own, { ...right, keyId: 'k2' })).toMatchObject(refused);
  expect(await town.ask(own, network.request(own, {}, { signer: keyPair() }))).toMatchObject(refused);
  expect(await town.ask(own, network.request(own, {}, { signedFor: 'partners.list-partners' }))).toMatchObject(refused);
  expect(await town.ask(own, { ...right, signature: `${right.signature.slice(0, 85)}!` })).toMatchObject({
    failure: { code: 'invalid-input' },
  });
  expect(await town.ask(own, network.request(own, { more: 1 }))).toMatchObject({ failure: { code: 'invalid-input' } });
  expect(await town.ask(own, right)).toMatchObject({ ok: true });
});

test('a request of more than five minutes ago, or to come, is refused with the reason', async () => {
  const network = await openPartner(town, 'platform');
  const now = town.needs.clock.now();
  const minute = 60_000;
  for (const sentAt of [now - 6 * minute, now + 6 * minute])
    expect(await town.ask(own, network.request(own, {}, { sentAt }))).toMatchObject({
      status: 401,
      failure: { code: 'request-too-old' },
    });
  expect(await town.ask(own, network.request(own, {}, { sentAt: now - 4 * minute }))).toMatchObject({ ok: true });
});

test('a payload meets the bounds of every body, inside its text too', async () => {
  const network = await openPartner(town, 'platform');
  const deep = JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`);
  expect(await town.ask(own, network.request(own, deep))).toMatchObject({ failure: { code: 'invalid-input' } });
  expect(await town.ask(own, network.request(own, { a: 'a\u0000b' }))).toMatchObject({
    failure: { code: 'invalid-input' },
  });
});

test('X-24 keys are rotated without a lost request, and a revoked key or system is refused at once', async () => {
  const network = await openPartner(town, 'ticketing-network');
  const { partnerId } = network;
  const next = keyPair();
  const key = { partnerId, keyId: 'k2', publicKey: next.publicKey };
  expect(await town.ask('partners.add-partner-key', key, administrator(['420200']))).toMatchObject({
    failure: { code: 'partner-unknown' },
  });
  expect(await town.ask('partners.add-partner-key', key, administrator())).toMatchObject({ ok: true });
  expect(await town.ask('partners.add-partner-key', key, administrator())).toMatchObject({
    failure: { code: 'key-id-taken' },
  });
  const byNew = () => network.request(own, {}, { signer: next, key: 'k2' });
  expect(await town.ask(own, network.request(own, {}))).toMatchObject({ ok: true });
  expect(await town.ask(own, byNew())).toMatchObject({ ok: true });
  const old = { partnerId, keyId: 'k1', reason: 'rotated' };
  expect(await town.ask('partners.revoke-partner-key', { ...old, keyId: 'k9' }, administrator())).toMatchObject({
    failure: { code: 'key-unknown' },
  });
  expect(await town.ask('partners.revoke-partner-key', old, administrator())).toMatchObject({ ok: true });
  expect(await town.ask(own, network.request(own, {}))).toMatchObject(refused);
  expect(await town.ask(own, byNew())).toMatchObject({ ok: true });
  const whole = { partnerId, reason: 'ended' };
  expect(await town.ask('partners.revoke-partner', whole, administrator(['420200']))).toMatchObject({
    failure: { code: 'partner-unknown' },
  });
  expect(await town.ask('partners.revoke-partner', whole, administrator())).toMatchObject({ ok: true });
  expect(await town.ask(own, byNew())).toMatchObject(refused);
  const { items } = await town.needs.store.find(accessLog, { where: {}, limit: 10 });
  expect(items.map(({ access }) => [access.purpose, access.reason])).toEqual(
    ['register', 'add-key', 'revoke-key', 'revoke'].map((reason) => ['partner-keys', reason]),
  );
});

test('T-02 no key that signs for anybody is added, and the same name of a key with a good one is', async () => {
  const { partnerId } = await openPartner(town, 'platform');
  const add = (publicKey: string) =>
    town.ask('partners.add-partner-key', { partnerId, keyId: 'k2', publicKey }, administrator());
  expect(await add('A'.repeat(43))).toMatchObject({ failure: { code: 'key-refused' } });
  expect(await add(keyPair().publicKey)).toMatchObject({ ok: true });
});

test('a partner system is registered for cities and provinces of whoever registers it, and for no other', async () => {
  const { publicKey } = keyPair();
  const ask = (level: string, code: string, key = publicKey) =>
    town.ask(
      'partners.register-partner',
      { kind: 'platform', name: 'x', scopes: [{ level, code }], keyId: 'k1', publicKey: key },
      administrator(),
    );
  expect(await ask('city', '420200')).toMatchObject({ failure: { code: 'city-unknown' } });
  expect(await ask('province', '420000')).toMatchObject({ failure: { code: 'city-unknown' } });
  expect(await ask('city', '420100', 'A'.repeat(43))).toMatchObject({ failure: { code: 'key-refused' } });
  expect(await ask('city', '420100')).toMatchObject({ ok: true });
  const list = (code: string) => town.ask('partners.list-partners', { level: 'city', code }, administrator());
  expect(await list('420100')).toMatchObject({ value: { partners: [{ kind: 'platform' }] } });
  expect(await list('420200')).toMatchObject({ failure: { code: 'city-unknown' } });
});
