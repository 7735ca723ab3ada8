import { keyPair, openPartner } from '../world/key-holders';
import { openTown, type Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';

let town: Town;
beforeEach(async () => {
  town = await openTown(undefined, { TONGCHENG_ANYONE_PER_MINUTE: '20', TONGCHENG_SESSION_PER_MINUTE: '10' });
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const codes = async (times: number, ask: () => Promise<{ readonly status: number }>) => {
  const told: number[] = [];
  for (let go = 0; go < times; go += 1) told.push((await ask()).status);
  return told;
};

test('a flood of one session is turned away in words with a time to come again, others go on, and so does it a minute later', async () => {
  const { accessToken } = await enrolled(town, 1);
  const other = (await signIn(town, 2)).accessToken;
  const ask = () => town.ask('cards.list-cards', {}, accessToken);
  const told = await codes(12, ask);
  expect(told.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
  const refused = await ask();
  expect(refused).toMatchObject({ status: 429, failure: { code: 'too-many-requests' } });
  expect([refused.failure?.zh, refused.failure?.en].every((text) => (text ?? '').length > 8)).toBe(true);
  expect((await town.ask('cards.list-cards', {}, other)).failure?.code).not.toBe('too-many-requests');
  town.pass(60_000);
  expect((await ask()).status).not.toBe(429);
});

test('a flood without a session is turned away by address: no other address pays for it', async () => {
  const told = await codes(22, () => town.ask('venues.get-city', { city: '420100' }));
  expect(told).toEqual([...Array(20).fill(200), 429, 429]);
  const elsewhere = { name: 'venues.get-city', body: '{}', bodyBytes: 2, address: '198.51.100.7' };
  expect((await town.answer(town.needs, elsewhere)).status).toBe(200);
  const reply = await town.answer(town.needs, { ...elsewhere, address: '10.1.2.3' });
  expect(reply).toMatchObject({ status: 429, retryAfterSeconds: 2 });
});

test('T-02 a partner system that asked too often is turned away, and no other partner pays for it', async () => {
  const [one, other] = [await openPartner(town, 'platform'), await openPartner(town, 'platform')];
  const name = 'partners.get-own-partner';
  const mayAsk: typeof town.needs.mayAsk = (caller) => caller.kind !== 'partner' || caller.partnerId !== one.partnerId;
  const statusOf = async (partner: typeof one) => {
    const body = JSON.stringify(partner.request(name, {}));
    const asked = { name, body, bodyBytes: Buffer.byteLength(body), address: '10.1.2.3' };
    return (await town.answer({ ...town.needs, mayAsk }, asked)).status;
  };
  expect([await statusOf(one), await statusOf(other)]).toEqual([429, 200]);
});

test('T-02 requests with wrong signatures count against the address that they come from, not against the partner', async () => {
  const partner = await openPartner(town, 'platform');
  const own = 'partners.get-own-partner';
  const told = await codes(22, () => town.ask(own, partner.request(own, {}, { signer: keyPair() })));
  expect(told).toEqual([...Array(20).fill(401), 429, 429]);
  expect(await town.ask(own, partner.request(own, {}))).toMatchObject({ ok: true });
});
