import { formatInstant } from '@tongcheng/shared/time';
import * as z from 'zod';
import { keyPair, openPartner } from '../world/key-holders';
import { openTown, type Town } from '../world/town';
import { enrolled, officialToken, signIn } from '../world/town-sessions';

let town: Town;
beforeEach(async () => {
  town = await openTown(undefined, { TONGCHENG_ANYONE_PER_MINUTE: '20', TONGCHENG_SESSION_PER_MINUTE: '10' });
  // A minute begins: what is counted by the minute must not fall into two of them.
  town.pass(60_000 - (town.needs.clock.now() % 60_000));
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const Refusal = z.object({ failure: z.object({ zh: z.string(), en: z.string() }), serverAt: z.number() });
const serverAtIn = (body: string): number => Refusal.parse(JSON.parse(body)).serverAt;
const endOfMinute = (body: string): number => (Math.floor(serverAtIn(body) / 60_000) + 1) * 60_000;

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
  expect(reply.status).toBe(429);
  expect(reply.retryAfterSeconds).toBe(Math.ceil((endOfMinute(reply.body) - serverAtIn(reply.body)) / 1_000));
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

const statusAt = async (address: string, bearer?: string) => {
  const asked = { name: 'venues.get-city', body: '{"city":"420100"}', bodyBytes: 17, address };
  return (await town.answer(town.needs, bearer === undefined ? asked : { ...asked, bearer })).status;
};

test('a flood from all addresses of an IPv6 /64 is one flood, and the next /64 does not pay for it', async () => {
  let go = 0;
  const told = await codes(22, async () => {
    go += 1;
    return { status: await statusAt(`2001:db8:0:7::${go}`) };
  });
  expect(told).toEqual([...Array(20).fill(200), 429, 429]);
  expect(await statusAt('2001:db8:0:8::1')).toBe(200);
});

test('tokens of many sessions make the allowance of an address larger once, not without end', async () => {
  const bearers = Array.from({ length: 30 }, () => officialToken(town, ['auditor']));
  const told: number[] = [];
  for (const token of bearers) for (let go = 0; go < 10; go += 1) told.push(await statusAt('198.51.100.9', token));
  expect(told.filter((status) => status === 200)).toHaveLength(200);
  expect(await statusAt('198.51.100.10', bearers[29])).toBe(200);
});

test('a request too many is refused in words that say until when', async () => {
  for (let go = 0; go < 21; go += 1) await statusAt('198.51.100.11');
  const asked = { name: 'venues.get-city', body: '{}', bodyBytes: 2, address: '198.51.100.11' };
  const { body } = await town.answer(town.needs, asked);
  const { failure } = Refusal.parse(JSON.parse(body));
  const until = formatInstant(endOfMinute(body), 'HH:mm');
  expect([failure.zh, failure.en].filter((text) => text.includes(until))).toHaveLength(2);
});
