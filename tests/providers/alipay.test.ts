import type { AlipayApp } from '@tongcheng/cloudfunctions/adapters/alipay/alipay-app';
import { askAlipay } from '@tongcheng/cloudfunctions/adapters/alipay/ask-alipay';
import { alipayIdentity } from '@tongcheng/cloudfunctions/adapters/alipay/identity';
import { alipaySignIn } from '@tongcheng/cloudfunctions/adapters/alipay/sign-in';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { alipayOnPort } from '../stand-ins/alipay';
import { listening } from '../stand-ins/listening';
import { standingClock } from '../world/clock';

jest.setTimeout(60_000);

const rider = 'city-00000009';
const account = {
  name: '演示赵六',
  certType: '0',
  certNo: '420106199003072345',
  certified: true,
  mobile: '13900000009',
};
let clock: ReturnType<typeof standingClock>;
let alipay: Awaited<ReturnType<typeof alipayOnPort>>;
let closeBetween: () => Promise<void> = async () => undefined;

beforeEach(async () => {
  clock = standingClock();
  alipay = await alipayOnPort(clock);
  alipay.people.accounts.set(rider, account);
});
afterEach(async () => {
  await closeBetween();
  await alipay.close();
});

const adapters = (app: AlipayApp = alipay.app) => {
  const ask = askAlipay(app);
  return { signIn: alipaySignIn(ask), identity: alipayIdentity(ask) };
};

describe('alipay.system.oauth.token', () => {
  it('knows a user again by the silent code, and each code once', async () => {
    const { signIn } = adapters();
    const code = alipay.standIn.authCode(rider, 'auth_base');
    const first = await signIn.exchange(code);
    expect(first).toEqual({ subject: expect.stringMatching(/^0[\w-]{40,}$/) });
    expect(await signIn.exchange(code)).toBe('refused');
    expect(await signIn.exchange(alipay.standIn.authCode(rider, 'auth_base'))).toEqual(first);
  });

  it('an expired or invented code is refused: the signed refusal is told from a forged one', async () => {
    const { signIn } = adapters();
    const old = alipay.standIn.authCode(rider, 'auth_base');
    clock.pass(3 * 60_000);
    expect(await signIn.exchange(old)).toBe('refused');
    expect(await signIn.exchange('invented')).toBe('refused');
    alipay.standIn.faults.wronglySigned = true;
    await expect(signIn.exchange('invented')).rejects.toThrow(ServiceUnavailable);
  });

  it('the key of Alipay is taken as PEM and as the bare text of its console', async () => {
    const bare = alipay.app.alipayPublicKey.replace(/-----[A-Z ]+-----|\s/g, '');
    const { signIn } = adapters({ ...alipay.app, alipayPublicKey: bare });
    expect(await signIn.exchange(alipay.standIn.authCode(rider, 'auth_base'))).toMatchObject({
      subject: expect.any(String),
    });
    expect(() => adapters({ ...alipay.app, alipayPublicKey: 'no key' })).toThrow();
  });
});

describe('alipay.user.info.share', () => {
  it('W-02 one tap of consent brings name, document and phone over, under the same id as the silent sign-in', async () => {
    const { signIn, identity } = adapters();
    const silent = await signIn.exchange(alipay.standIn.authCode(rider, 'auth_base'));
    expect(await identity.bring(alipay.standIn.authCode(rider, 'auth_user'))).toEqual({
      ...(silent === 'refused' ? {} : silent),
      name: '演示赵六',
      documentKind: 'resident-id',
      documentNumber: '420106199003072345',
      phone: '13900000009',
    });
  });

  it('a silent code opens nothing: there was no consent', async () => {
    expect(await adapters().identity.bring(alipay.standIn.authCode(rider, 'auth_base'))).toBe('consent-refused');
  });

  it('a user who takes the consent back is believed', async () => {
    const code = alipay.standIn.authCode(rider, 'auth_user');
    alipay.standIn.withdraw(rider);
    expect(await adapters().identity.bring(code)).toBe('consent-refused');
    expect(await adapters().identity.bring(alipay.standIn.authCode(rider, 'auth_user'))).toMatchObject({
      name: '演示赵六',
    });
  });

  it('a replayed code is refused', async () => {
    const { identity } = adapters();
    const code = alipay.standIn.authCode(rider, 'auth_user');
    await identity.bring(code);
    expect(await identity.bring(code)).toBe('code-refused');
  });

  it.each([
    ['an account that is not certified', { certified: false }],
    ['no phone', { mobile: '' }],
    ['a document of a kind that we cannot tell', { certType: '9' }],
    ['no number', { certNo: '' }],
  ])('%s: the rider is told to type it in', async (_what, lacks) => {
    alipay.people.accounts.set(rider, { ...account, ...lacks });
    expect(await adapters().identity.bring(alipay.standIn.authCode(rider, 'auth_user'))).toBe('identity-missing');
  });

  it('W-05 passports and travel permits arrive as what they are', async () => {
    const kinds = [];
    for (const certType of ['1', '11', '12', '5']) {
      alipay.people.accounts.set(rider, { ...account, certType });
      const person = await adapters().identity.bring(alipay.standIn.authCode(rider, 'auth_user'));
      kinds.push(typeof person === 'string' ? person : person.documentKind);
    }
    expect(kinds).toEqual(['passport', 'hk-macao-travel-permit', 'taiwan-travel-permit', 'resident-id']);
  });
});

describe('signatures', () => {
  it('a question signed by another key than the app’s is a fault to be logged, not a refusal of the rider', async () => {
    const { signIn } = adapters({ ...alipay.app, privateKey: alipay.strangersKey });
    const fault = await signIn.exchange(alipay.standIn.authCode(rider, 'auth_base')).catch((cause: unknown) => cause);
    expect(fault).not.toBeInstanceOf(ServiceUnavailable);
    expect(fault).toMatchObject({ message: 'Alipay does not accept this installation (isv.invalid-signature)' });
  });

  it('a reply that Alipay did not sign is not believed, and nothing of it is quoted', async () => {
    alipay.standIn.faults.wronglySigned = true;
    const code = alipay.standIn.authCode(rider, 'auth_user');
    const fault = await adapters()
      .identity.bring(code)
      .catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(ServiceUnavailable);
    expect(fault).not.toHaveProperty('cause');
    expect(String(fault)).not.toContain('演示');
  });

  it('a changed reply is not believed: one character of a signed answer', async () => {
    const reply: { text: string } = { text: '' };
    const between = await alipayBetween((text) => text.replace('"open_id":"0', '"open_id":"1'), reply);
    await expect(
      adapters({ ...alipay.app, gateway: between.gateway }).signIn.exchange(
        alipay.standIn.authCode(rider, 'auth_base'),
      ),
    ).rejects.toThrow(ServiceUnavailable);
    expect(reply.text).toContain('"open_id":"1');
  });
});

describe('Alipay in trouble', () => {
  it.each([
    ['away', { away: true }],
    ['slower than the timeout', { delayMs: 1_500 }],
    ['busy (20000)', { failRate: 1 }],
    ['throttled (40005)', { throttled: true }],
    ['answering something malformed', { malformed: true }],
    ['wrongly signed', { wronglySigned: true }],
  ])('%s: ServiceUnavailable, within the time', async (_how, fault) => {
    Object.assign(alipay.standIn.faults, fault);
    const { signIn, identity } = adapters({ ...alipay.app, timeoutMs: 300 });
    const began = performance.now();
    const answers = await Promise.allSettled([
      signIn.exchange(alipay.standIn.authCode(rider, 'auth_base')),
      identity.bring(alipay.standIn.authCode(rider, 'auth_user')),
    ]);
    expect(
      answers.map((answer) => answer.status === 'rejected' && answer.reason instanceof ServiceUnavailable),
    ).toEqual([true, true]);
    expect(performance.now() - began).toBeLessThan(1_400);
  });
});

/** Somebody between us and Alipay who changes what comes back. */
async function alipayBetween(change: (text: string) => string, reply: { text: string }) {
  const server = await listening(async (request, respond) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const answer = await fetch(`${alipay.server.url}${request.url ?? ''}`, {
      method: 'POST',
      body: Buffer.concat(parts),
      headers,
    });
    reply.text = change(await answer.text());
    respond.end(reply.text);
  });
  closeBetween = server.close;
  return { gateway: `${server.url}/gateway.do` };
}
