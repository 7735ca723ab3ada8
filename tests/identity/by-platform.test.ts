import { askAlipay } from '@tongcheng/cloudfunctions/adapters/alipay/ask-alipay';
import { alipayIdentity } from '@tongcheng/cloudfunctions/adapters/alipay/identity';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { verifyIdentityByPlatform } from '@tongcheng/cloudfunctions/app/identity/verify-identity-by-platform';
import { withdrawConsent } from '@tongcheng/cloudfunctions/app/identity/withdraw-consent';
import { wholeDayOf } from '@tongcheng/shared/time';
import { openIdOf } from '../../city/providers/alipay/answers';
import { ownStore } from '../world/instance';
import { answered, callerIn, claimOf, refusalOf, wang } from '../world/rider';
import { shortTimeoutMs } from '../world/timeouts';
import { agreedBy, certify, type PlatformInstance, platformInstance, signedInBy } from './platform-instance';

jest.setTimeout(60_000);

const place = ownStore();
let house: PlatformInstance;
let turn = 0;

beforeEach(async () => {
  turn += 1;
  house = await platformInstance(place.store, `platforms ${turn}`);
});
afterEach(() => house.close());
afterAll(place.close);

const subject = () => `rider-of-platforms-${turn}`;
/** Another document for each test, so that attempts and persons do not meet. */
const somebody = (order = 1) => ({
  ...wang,
  documentKind: 'passport' as const,
  documentNumber: `E7${turn}0000${order}`,
});
const tap = () => house.alipay.standIn.authCode(subject(), 'auth_user');
const bring = async (code: string, guardianConsent?: boolean) => {
  const caller = await callerIn(house.needs, await signedInBy(house, 'alipay', subject()));
  return verifyIdentityByPlatform(house.needs, caller, guardianConsent ? { code, guardianConsent } : { code });
};
const recordOf = (accountId: string) => house.needs.store.get(accounts, accountId);

describe('W-02 Alipay: one tap of consent brings the identity over', () => {
  it('name, document and phone arrive, the registers agree, the status of this channel is there', async () => {
    certify(house, subject(), somebody());
    await agreedBy(house, 'alipay', subject());
    const session = answered(await bring(tap()));
    expect(session.account).toMatchObject({
      authenticated: true,
      maskedName: '演**',
      documentKind: 'passport',
      maskedPhone: '139****0001',
      standing: { identity: true, status: { colour: 'green' } },
    });
    const record = await recordOf(session.account.accountId);
    expect(record).not.toHaveProperty('guardianConsentedAt');
    expect(record).toMatchObject({ provider: 'alipay', broughtAt: wholeDayOf(house.needs.clock.now()) });
    expect(JSON.stringify(record)).not.toContain(openIdOf(house.alipay.app.appId, subject()));
  });

  it('nothing is asked of Alipay before the rider agreed here: the code stays good', async () => {
    certify(house, subject(), somebody());
    const code = tap();
    expect(refusalOf(await bring(code))).toBe('consent-missing');
    await agreedBy(house, 'alipay', subject());
    expect(answered(await bring(code)).account.authenticated).toBe(true);
  });

  it('the consent of another account than the one signed in opens nothing', async () => {
    certify(house, 'a-friend-of-mine', somebody());
    await agreedBy(house, 'alipay', subject());
    const code = house.alipay.standIn.authCode('a-friend-of-mine', 'auth_user');
    expect(refusalOf(await bring(code))).toBe('platform-mismatch');
    expect(await house.needs.vault.findByDocument('passport', somebody().documentNumber)).toBeUndefined();
  });

  it('a session of WeChat has no such way', async () => {
    const caller = await agreedBy(house, 'wechat', subject());
    const answer = await verifyIdentityByPlatform(house.needs, caller, { code: tap() });
    expect(refusalOf(answer)).toBe('platform-mismatch');
  });

  it.each([
    ['took the consent back', 'platform-consent-refused', () => house.alipay.standIn.withdraw(subject())],
    ['let the code expire', 'platform-code-refused', () => house.needs.clock.pass(3 * 60_000)],
    ['is not certified there', 'platform-identity-missing', () => change({ certified: false })],
    ['has no phone there', 'platform-identity-missing', () => change({ mobile: '' })],
    ['carries a document that fits no rule', 'platform-identity-missing', () => change({ certNo: '1' })],
    ['is another in the state’s register', 'real-name-mismatch', () => change({ name: '演示别人' })],
    ['meets a busy gateway', 'platform-unavailable', () => fault({ failRate: 1 })],
    ['meets a throttled gateway', 'platform-unavailable', () => fault({ throttled: true })],
    ['meets a gateway slower than the timeout', 'platform-unavailable', () => answerTooLate()],
    ['meets a gateway that is away', 'platform-unavailable', () => fault({ away: true })],
    ['gets a reply that is wrongly signed', 'platform-unavailable', () => fault({ wronglySigned: true })],
  ] as const)('a rider who %s is told %s, and fills in the form instead', async (_what, code, befall) => {
    const person = somebody();
    certify(house, subject(), person);
    const caller = await agreedBy(house, 'alipay', subject());
    const consented = tap();
    befall();
    const answer = await verifyIdentityByPlatform(house.needs, caller, { code: consented });
    expect(refusalOf(answer)).toBe(code);
    expect((await recordOf(caller.accountId))?.personId).toBeUndefined();
    expect(answered(await verifyIdentity(house.needs, caller, claimOf(person))).account.authenticated).toBe(true);
  });

  it('a code used once is refused the second time, a double tap as well', async () => {
    certify(house, subject(), somebody());
    await agreedBy(house, 'alipay', subject());
    const code = tap();
    answered(await bring(code));
    expect(refusalOf(await bring(code))).toBe('platform-code-refused');
  });

  it('W-19 someone under fourteen needs a guardian, and then a new tap', async () => {
    const child = { ...wang, documentNumber: '420106201503072341' };
    certify(house, subject(), child);
    await agreedBy(house, 'alipay', subject());
    expect(refusalOf(await bring(tap()))).toBe('guardian-consent-missing');
    const session = answered(await bring(tap(), true));
    expect(session.account.authenticated).toBe(true);
    expect(await recordOf(session.account.accountId)).toMatchObject({
      guardianConsentedAt: wholeDayOf(house.needs.clock.now()),
    });
  });

  it('attempts are counted, and those that Alipay did not answer are given back', async () => {
    const caller = await agreedBy(house, 'alipay', subject());
    const tried = async (code: string) => refusalOf(await verifyIdentityByPlatform(house.needs, caller, { code }));
    fault({ away: true });
    for (let times = 0; times < 12; times += 1) expect(await tried(tap())).toBe('platform-unavailable');
    fault({ away: false });
    for (let times = 0; times < 10; times += 1) expect(await tried('x')).toBe('platform-code-refused');
    expect(await tried(tap())).toBe('too-many-tries');
  });

  it('withdrawing consent here erases what the platform handed over', async () => {
    certify(house, subject(), somebody());
    await agreedBy(house, 'alipay', subject());
    const caller = await callerIn(house.needs, answered(await bring(tap())));
    answered(await withdrawConsent(house.needs, caller, {}));
    expect(Object.keys((await recordOf(caller.accountId)) ?? {}).sort()).toEqual([
      '_id',
      '_v',
      'createdAt',
      'provider',
    ]);
  });
});

describe('the same person in WeChat and in Alipay', () => {
  it('W-07 two accounts, one person; the status of the other channel is told in this one, and found there', async () => {
    const person = { ...somebody(), colour: null, elsewhere: 'wechat' } as const;
    certify(house, subject(), person);
    const typed = await agreedBy(house, 'wechat', subject());
    const inWechat = answered(await verifyIdentity(house.needs, typed, claimOf(person)));
    await agreedBy(house, 'alipay', subject());
    const inAlipay = answered(await bring(tap()));
    expect(inWechat.account.standing).toMatchObject({ status: { colour: 'green' } });
    expect(inAlipay.account.standing).toMatchObject({ status: null, statusElsewhere: 'wechat' });
    expect(inAlipay.account.accountId).not.toBe(inWechat.account.accountId);
    const [one, other] = [await callerIn(house.needs, inWechat), await callerIn(house.needs, inAlipay)];
    expect(one.personId).toBeDefined();
    expect(other.personId).toBe(one.personId);
  });

  it('the same id at both platforms is not the same account', async () => {
    const [one, other] = [await signedInBy(house, 'wechat', subject()), await signedInBy(house, 'alipay', subject())];
    expect(one.account.accountId).not.toBe(other.account.accountId);
  });
});

const change = (part: Partial<Parameters<typeof house.alipay.people.accounts.set>[1]>) => {
  const held = house.alipay.people.accounts.get(subject());
  if (held) house.alipay.people.accounts.set(subject(), { ...held, ...part });
};
const fault = (part: Partial<typeof house.alipay.standIn.faults>) => Object.assign(house.alipay.standIn.faults, part);
const answerTooLate = () => {
  const ask = askAlipay({ ...house.alipay.app, timeoutMs: shortTimeoutMs });
  house.needs.platforms.alipay.identity = alipayIdentity(ask);
  fault({ delayMs: 3 * shortTimeoutMs });
};
