import { askPhone } from '@tongcheng/cloudfunctions/app/identity/ask-phone';
import { consent } from '@tongcheng/cloudfunctions/app/identity/consent';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { signIn } from '@tongcheng/cloudfunctions/app/identity/sign-in';
import { openidOf } from '../../city/providers/wechat/answers';
import { anyoneAt } from '../world/callers';
import { ownStore } from '../world/instance';
import { agreed, answered, authenticated, callerIn, refusalOf, wang } from '../world/rider';
import { shortTimeoutMs } from '../world/timeouts';
import { agreedBy, certify, type PlatformInstance, platformInstance, signedInBy } from './platform-instance';

jest.setTimeout(60_000);

const place = ownStore();
let house: PlatformInstance;
let turn = 0;

beforeEach(async () => {
  turn += 1;
  house = await platformInstance(place.store, `wechat ${turn}`);
});
afterEach(() => house.close());
afterAll(place.close);

const subject = () => `rider-of-wechat-${turn}`;
const anyone = anyoneAt('10.0.0.1');
const enter = (code: string) => signIn(house.needs, anyone, { provider: 'wechat', code, city: '420100' });
const button = () => house.wechat.standIn.agreeToPhone(subject());

describe('W-01 signing in inside WeChat', () => {
  it('opens the same account each time; its openid is kept nowhere', async () => {
    const first = await signedInBy(house, 'wechat', subject());
    const again = await signedInBy(house, 'wechat', subject());
    expect(again.account.accountId).toBe(first.account.accountId);
    expect(first.account.accountId).not.toContain(openidOf(house.wechat.app.appId, subject()));
  });

  it('a replayed or expired code is refused in words, a WeChat in trouble asks to come later', async () => {
    const code = house.wechat.standIn.login(subject());
    answered(await enter(code));
    expect(refusalOf(await enter(code))).toBe('sign-in-refused');
    const old = house.wechat.standIn.login(subject());
    house.needs.clock.pass(5 * 60_000);
    expect(refusalOf(await enter(old))).toBe('sign-in-refused');
    const late = { delayMs: 3 * shortTimeoutMs };
    for (const fault of [{ throttled: true }, { failRate: 1 }, { malformed: true }, late, { away: true }]) {
      Object.assign(house.wechat.standIn.faults, fault);
      if (fault === late) house.wechat.app.timeoutMs = shortTimeoutMs;
      expect(refusalOf(await enter(house.wechat.standIn.login(subject())))).toBe('sign-in-unavailable');
    }
  });
});

describe('the phone number by WeChat’s button', () => {
  it('comes to its owner after consent, once a code, so many a day', async () => {
    certify(house, subject(), wang, '13900000002');
    const before = await callerIn(house.needs, await signedInBy(house, 'wechat', subject()));
    const code = button();
    expect(refusalOf(await askPhone(house.needs, before, { code }))).toBe('consent-missing');
    const caller = await agreedBy(house, 'wechat', subject());
    expect(answered(await askPhone(house.needs, caller, { code }))).toEqual({ phone: '13900000002' });
    expect(refusalOf(await askPhone(house.needs, caller, { code }))).toBe('platform-code-refused');
    for (let times = 2; times < 10; times += 1) answered(await askPhone(house.needs, caller, { code: button() }));
    expect(refusalOf(await askPhone(house.needs, caller, { code: button() }))).toBe('too-many-tries');
  });

  it('WeChat in trouble costs no attempt; a browser has no such button', async () => {
    certify(house, subject(), wang, '13900000003');
    const caller = await agreedBy(house, 'wechat', subject());
    house.wechat.standIn.faults.throttled = true;
    for (let times = 0; times < 12; times += 1)
      expect(refusalOf(await askPhone(house.needs, caller, { code: button() }))).toBe('platform-unavailable');
    house.wechat.standIn.faults.throttled = false;
    expect(answered(await askPhone(house.needs, caller, { code: button() }))).toEqual({ phone: '13900000003' });
    const browser = await callerIn(house.needs, await agreed(house.needs, subject()));
    expect(refusalOf(await askPhone(house.needs, browser, { code: button() }))).toBe('platform-mismatch');
  });
});

describe('the consent text changes', () => {
  it('who agreed to the old one is asked again, loses nothing, and is not asked a third time', async () => {
    const person = { ...wang, documentKind: 'passport' as const, documentNumber: `E6${turn}00001` };
    const session = await authenticated(house.needs, subject(), person);
    expect(session.account.consentDue).toBeUndefined();
    const later = { ...house.needs, consentVersion: '2027-03' };
    const renewed = answered(await refresh(later, anyone, { refreshToken: session.refreshToken }));
    expect(renewed.account).toMatchObject({ authenticated: true, consentDue: true, maskedName: '演**' });
    const caller = await callerIn(later, renewed);
    const { consentVersion: old } = house.needs;
    expect(refusalOf(await consent(later, caller, { version: old, sensitive: true }))).toBe('consent-outdated');
    const agreedAnew = answered(await consent(later, caller, { version: '2027-03', sensitive: true }));
    expect(agreedAnew.account).toMatchObject({ authenticated: true, consentVersion: '2027-03' });
    expect(agreedAnew.account.consentDue).toBeUndefined();
    const next = answered(await refresh(later, anyone, { refreshToken: agreedAnew.refreshToken }));
    expect(next.account.consentDue).toBeUndefined();
  });

  it('who is not authenticated yet has simply not agreed', async () => {
    const session = await agreed(house.needs, subject());
    const later = { ...house.needs, consentVersion: '2027-03' };
    const renewed = answered(await refresh(later, anyone, { refreshToken: session.refreshToken }));
    expect(renewed.account.consentDue).toBeUndefined();
  });
});
