import { behindBreaker } from '@tongcheng/cloudfunctions/adapters/breaker/behind-breaker';
import { accessTokens } from '@tongcheng/cloudfunctions/adapters/wechat/access-tokens';
import { wechatPhone } from '@tongcheng/cloudfunctions/adapters/wechat/phone-number';
import { wechatSignIn } from '@tongcheng/cloudfunctions/adapters/wechat/sign-in';
import { wechatTextCheck } from '@tongcheng/cloudfunctions/adapters/wechat/text-check';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { wechatOnPort } from '../stand-ins/wechat';
import { passOnThisMachine, standingClock } from '../world/clock';

jest.setTimeout(60_000);

const minuteMs = 60_000;
const rider = 'city-00000007';
let clock: ReturnType<typeof standingClock>;
let wechat: Awaited<ReturnType<typeof wechatOnPort>>;

beforeEach(async () => {
  clock = standingClock();
  wechat = await wechatOnPort(clock);
  const account = { name: '演示李四', certType: '0', certNo: '', certified: true, mobile: '13900000007' };
  wechat.people.accounts.set(rider, account);
});
afterEach(() => {
  jest.restoreAllMocks();
  return wechat.close();
});

const tokenCalls = () => wechat.server.asked.filter((path) => path === '/cgi-bin/stable_token').length;
const instance = () => {
  const tokens = accessTokens(wechat.app);
  return { tokens, phone: wechatPhone(wechat.app, tokens), texts: wechatTextCheck(wechat.app, tokens) };
};

describe('code2Session', () => {
  it('gives the same openid for the same user at every sign-in, another for another', async () => {
    const signIn = wechatSignIn(wechat.app);
    const [first, again, other] = [
      await signIn.exchange(wechat.standIn.login(rider)),
      await signIn.exchange(wechat.standIn.login(rider)),
      await signIn.exchange(wechat.standIn.login('city-00000008')),
    ];
    expect(first).toEqual({ subject: expect.stringMatching(/^o[\w-]{27}$/) });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('a code used before, expired, invented or empty is refused, and a refusal does not open the circuit', async () => {
    const exchange = behindBreaker(wechatSignIn(wechat.app).exchange, { failures: 2, restMs: 60_000 });
    const used = wechat.standIn.login(rider);
    const old = wechat.standIn.login(rider);
    await exchange(used);
    clock.pass(5 * minuteMs);
    for (const code of [used, old, 'invented', '']) expect(await exchange(code)).toBe('refused');
    expect(await exchange(wechat.standIn.login(rider))).toMatchObject({ subject: expect.any(String) });
  });

  it('the hundred and first session of a user within a minute is throttled (45011), and the next minute is free', async () => {
    const signIn = wechatSignIn(wechat.app);
    for (let turn = 0; turn < 100; turn += 1) await signIn.exchange(wechat.standIn.login(rider));
    await expect(signIn.exchange(wechat.standIn.login(rider))).rejects.toThrow(/45011/);
    clock.pass(minuteMs);
    expect(await signIn.exchange(wechat.standIn.login(rider))).toMatchObject({ subject: expect.any(String) });
  });

  it('an app id or secret that WeChat does not know is a fault to be logged, without the secret in it', async () => {
    const signIn = wechatSignIn({ ...wechat.app, secret: 'a wrong secret' });
    const fault = await signIn.exchange(wechat.standIn.login(rider)).catch((cause: unknown) => cause);
    expect(fault).not.toBeInstanceOf(ServiceUnavailable);
    expect(fault).toMatchObject({ message: 'WeChat does not accept this installation (40125)' });
  });
});

describe('the access token', () => {
  it('is asked for once by an instance, however many calls need it at once', async () => {
    const { phone } = instance();
    const codes = Array.from({ length: 8 }, () => wechat.standIn.agreeToPhone(rider));
    await Promise.all(codes.map((code) => phone.numberOf(code)));
    expect(tokenCalls()).toBe(1);
  });

  it('two instances share it: neither ends the other’s', async () => {
    const [one, two] = [instance(), instance()];
    expect(await one.tokens.current()).toBe(await two.tokens.current());
    for (const { phone } of [one, two, one])
      expect(await phone.numberOf(wechat.standIn.agreeToPhone(rider))).toEqual({ phone: '13900000007' });
    expect(tokenCalls()).toBe(2);
  });

  it('is renewed in its last five minutes, before anybody meets an expired one', async () => {
    const { phone, tokens } = instance();
    const first = await tokens.current();
    clock.pass(114 * minuteMs);
    expect(await tokens.current()).toBe(first);
    clock.pass(2 * minuteMs);
    expect(await tokens.current()).not.toBe(first);
    expect(await phone.numberOf(wechat.standIn.agreeToPhone(rider))).toEqual({ phone: '13900000007' });
  });

  it('that WeChat no longer takes (40001) is fetched anew and the call is made once more', async () => {
    const { phone } = instance();
    await phone.numberOf(wechat.standIn.agreeToPhone(rider));
    wechat.standIn.tokens.endAll();
    expect(await phone.numberOf(wechat.standIn.agreeToPhone(rider))).toEqual({ phone: '13900000007' });
    expect(tokenCalls()).toBe(2);
  });

  it('that expired while it was held (42001, a clock that ran slow) is fetched anew as well', async () => {
    const slow = { ...wechat.app, clock: { now: () => 0 } };
    const phone = wechatPhone(slow, accessTokens(slow));
    await phone.numberOf(wechat.standIn.agreeToPhone(rider));
    clock.pass(121 * minuteMs);
    expect(await phone.numberOf(wechat.standIn.agreeToPhone(rider))).toEqual({ phone: '13900000007' });
  });
});

describe('the phone number behind the platform’s button', () => {
  it('comes once; the code used again or expired is refused', async () => {
    const { phone } = instance();
    const code = wechat.standIn.agreeToPhone(rider);
    const old = wechat.standIn.agreeToPhone(rider);
    expect(await phone.numberOf(code)).toEqual({ phone: '13900000007' });
    expect(await phone.numberOf(code)).toBe('refused');
    clock.pass(5 * minuteMs);
    expect(await phone.numberOf(old)).toBe('refused');
  });
});

describe('the content check', () => {
  it('lets an ordinary text stand, and neither a forbidden nor a doubtful one', async () => {
    const { texts } = instance();
    const check = (text: string) => texts.check({ text, code: wechat.standIn.login(rider) });
    expect(await check('我的健康码应为绿码，请复核。')).toBe('fine');
    expect(await check('违规示例')).toBe('doubtful');
    expect(await check('存疑示例')).toBe('doubtful');
    expect(await texts.check({ text: '写', code: 'invented' })).toBe('refused-code');
  });
});

describe('WeChat in trouble', () => {
  it.each([
    ['away', { away: true }],
    ['slower than the timeout', { delayMs: 1_500 }],
    ['busy (-1)', { failRate: 1 }],
    ['throttled', { throttled: true }],
    ['answering something malformed', { malformed: true }],
  ])('%s: ServiceUnavailable for every operation, within the time', async (_how, fault) => {
    Object.assign(wechat.standIn.faults, fault);
    const app = { ...wechat.app, timeoutMs: 300 };
    const tokens = accessTokens(app);
    const began = performance.now();
    const answers = await Promise.allSettled([
      wechatSignIn(app).exchange(wechat.standIn.login(rider)),
      wechatPhone(app, tokens).numberOf(wechat.standIn.agreeToPhone(rider)),
      wechatTextCheck(app, tokens).check({ text: '写', code: wechat.standIn.login(rider) }),
    ]);
    expect(
      answers.map((answer) => answer.status === 'rejected' && answer.reason instanceof ServiceUnavailable),
    ).toEqual([true, true, true]);
    expect(performance.now() - began).toBeLessThan(1_400);
  });

  it('is left in peace after some failures, and found again after a rest', async () => {
    const exchange = behindBreaker(wechatSignIn(wechat.app).exchange, { failures: 3, restMs: 5_000 });
    wechat.standIn.faults.away = true;
    for (let call = 0; call < 3; call += 1) await expect(exchange('x')).rejects.toThrow(ServiceUnavailable);
    const before = wechat.server.asked.length;
    await expect(exchange('x')).rejects.toThrow(/resting/);
    expect(wechat.server.asked).toHaveLength(before);
    wechat.standIn.faults.away = false;
    passOnThisMachine(5_001);
    expect(await exchange(wechat.standIn.login(rider))).toMatchObject({ subject: expect.any(String) });
  });
});
