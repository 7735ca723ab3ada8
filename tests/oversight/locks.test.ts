import { formatInstant, minuteMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { codeAt, openOffice } from './office';

jest.setTimeout(60_000);

let office: Awaited<ReturnType<typeof openOffice>>;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const Refusal = z.object({ failure: z.object({ code: z.string(), zh: z.string(), en: z.string() }).optional() });
const Session = z.object({ value: z.object({ browser: z.string() }) });

const call = (address: string, more: Readonly<Record<string, string>> = {}) => {
  const { chief, clock } = office;
  const input = { login: chief.login, password: chief.password, totp: codeAt(chief, clock.now()), ...more };
  return office.replyTo('oversight.sign-in-official', input, { address });
};
const signIn = async (address: string, more: Readonly<Record<string, string>> = {}) => {
  const { body } = await call(address, more);
  return Refusal.parse(JSON.parse(body)).failure?.code ?? 'ok';
};
const wrong = { password: 'wrong' };
const stranger = '203.0.113.9';
const own = '198.51.100.4';

test('X-24 a stranger who guesses without end locks out their own network only: officials sign in meanwhile', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let go = 0; go < 6; go += 1)
      for (const login of ['chief', 'deputy']) await signIn(stranger, { ...wrong, login });
    expect(await signIn(stranger)).toBe('account-locked');
    expect(await signIn(own)).toBe('ok');
    office.clock.pass(16 * minuteMs);
  }
});

test('X-24 an IPv6 guesser has one count for the whole /64, and the next /64 has its own', async () => {
  for (let go = 0; go < 5; go += 1) expect(await signIn(`2001:db8:0:1::${go}`, wrong)).toBe('credentials-refused');
  expect(await signIn('2001:db8:0:1:ffff::1', wrong)).toBe('account-locked');
  expect(await signIn('2001:db8:0:2::1')).toBe('ok');
});

test('X-24 a browser in which the official signed in before is not locked out by a guesser in the same network', async () => {
  const first = await call(own);
  const { browser } = Session.parse(JSON.parse(first.body)).value;
  office.clock.pass(30_000);
  for (let go = 0; go < 6; go += 1) await signIn(own, wrong);
  expect(await signIn(own)).toBe('account-locked');
  expect(await signIn(own, { browser: `${browser}x` })).toBe('account-locked');
  expect(await signIn(own, { login: 'deputy', ...wrong, browser })).toBe('credentials-refused');
  expect(await signIn(own, { browser })).toBe('ok');
  office.clock.pass(30_000);
  for (let go = 0; go < 5; go += 1) expect(await signIn(own, { ...wrong, browser })).toBe('credentials-refused');
  expect(await signIn(own, { browser })).toBe('account-locked');
});

test('a stolen password does not let its thief guess codes from ever new networks; who has all three is told why', async () => {
  const wrongCode = String((Number(codeAt(office.chief, office.clock.now())) + 1) % 1_000_000).padStart(6, '0');
  for (let go = 0; go < 8; go += 1)
    expect(await signIn(`203.0.113.${go}`, { totp: wrongCode })).toBe('credentials-refused');
  expect(await signIn('203.0.113.200')).toBe('code-locked');
  office.clock.pass(15 * minuteMs);
  expect(await signIn(own)).toBe('ok');
});

test('the refusal says in both languages until when, and so does the answer’s header', async () => {
  for (let go = 0; go < 5; go += 1) await signIn(stranger, wrong);
  const reply = await call(stranger);
  const { failure } = Refusal.parse(JSON.parse(reply.body));
  const until = formatInstant(Math.ceil((office.clock.now() + 15 * minuteMs) / minuteMs) * minuteMs, 'HH:mm');
  expect(reply).toMatchObject({ status: 429, retryAfterSeconds: 15 * 60 });
  expect([failure?.zh, failure?.en].filter((text) => text?.includes(until))).toHaveLength(2);
});
