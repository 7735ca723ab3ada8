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

test('X-24 whoever knows `deputy` alone cannot hold it closed: not from ever new addresses, networks and browsers of their own', async () => {
  const { deputy, clock } = office;
  const enter = async (address: string, more: Readonly<Record<string, string>> = {}) => {
    const { login, password } = deputy;
    const { body } = await call(address, { login, password, totp: codeAt(deputy, clock.now()), ...more });
    return JSON.parse(body);
  };
  const { browser } = Session.parse(await enter(own)).value;
  const chiefs = Session.parse(JSON.parse((await call(stranger)).body)).value.browser;
  for (let hour = 0; hour < 2; hour += 1) {
    for (let go = 0; go < 10; go += 1) {
      const login = ['deputy', 'DEPUTY', ' deputy '][go % 3] ?? '';
      const from = go % 2 === 0 ? `203.0.113.${go}` : `2001:db8:${go}:1::9`;
      await signIn(from, {
        ...wrong,
        login,
        totp: '000000',
        ...(go % 5 === 0 && { browser: go % 2 ? `x${browser}` : chiefs }),
      });
      await signIn(stranger, { ...wrong, login, totp: '000000' });
    }
    clock.pass(30_000);
    // From where they were before, in a browser that forgot them; from elsewhere, in the browser they know; and beside the guesser in it.
    expect(Session.safeParse(await enter(own)).success).toBe(true);
    clock.pass(30_000);
    expect(Session.safeParse(await enter('192.0.2.77', { browser })).success).toBe(true);
    clock.pass(30_000);
    expect(Session.safeParse(await enter(stranger, { browser })).success).toBe(true);
    clock.pass(14 * minuteMs);
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
