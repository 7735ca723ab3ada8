import { behindBreaker } from '@tongcheng/cloudfunctions/adapters/breaker/behind-breaker';
import { faceIdRealName } from '@tongcheng/cloudfunctions/adapters/tencent/face-id-names';
import { roleKeys } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-keys';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { accountAt, testKeys } from '../stand-ins/tencent/account';
import { openTencentStandIn, type TencentFault } from '../stand-ins/tencent/tencent-stand-in';
import { standingClock } from '../world/clock';
import { instanceOver, ownStore } from '../world/instance';
import { agreed, answered, callerIn, claimOf, refusalOf, wang } from '../world/rider';
import { longTimeoutMs, shortTimeoutMs } from '../world/timeouts';

const clock = standingClock();
const results = { card: '0', phone: '0' };
const actions = {
  IdCardVerification: () => ({ Result: results.card, Description: 'words' }),
  PhoneVerification: () => ({ Result: results.phone, Description: 'words', Isp: '' }),
};
let cloud: Awaited<ReturnType<typeof openTencentStandIn>>;

beforeEach(async () => {
  Object.assign(results, { card: '0', phone: '0' });
  cloud = await openTencentStandIn(actions, clock.now);
});
const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all([cloud, ...opened.splice(0)].map(({ close }) => close()));
});

const person = {
  name: wang.name,
  documentKind: wang.documentKind,
  documentNumber: wang.documentNumber,
  phone: '13900000001',
};
const realName = (timeoutMs = longTimeoutMs) => faceIdRealName(accountAt(cloud.endpoint, clock, { timeoutMs }), clock);

test('W-02 name and number are asked of the register, then the phone of the operators, each signed', async () => {
  expect(await realName().check(person)).toBe('match');
  const facts = { IdCard: wang.documentNumber, Name: wang.name };
  expect(cloud.calls).toEqual([
    { action: 'IdCardVerification', question: facts, version: '2018-03-01' },
    { action: 'PhoneVerification', question: { ...facts, Phone: '13900000001' }, version: '2018-03-01' },
  ]);
});

test('safety: without the right phone, a stranger’s name and number lead to nothing', async () => {
  for (const code of ['-4', '-6', '-7', '-8', '-9']) {
    results.phone = code;
    expect(await realName().check(person)).toBe('mismatch');
  }
});

test('W-19 a child’s phone is a guardian’s: the operators are not asked', async () => {
  const child = { ...person, documentNumber: '42010620160307235X' };
  expect(await realName().check(child)).toBe('match');
  expect(cloud.calls.map(({ action }) => action)).toEqual(['IdCardVerification']);
});

test.each([
  ['-1', 'mismatch'],
  ['-2', 'mismatch'],
  ['-3', 'mismatch'],
  ['-5', 'unknown-document'],
  ['-7', 'too-often'],
] as const)('the register’s %s means %s, and the phone is not asked any more', async (code, meaning) => {
  results.card = code;
  expect(await realName().check(person)).toBe(meaning);
  expect(cloud.calls).toHaveLength(1);
});

test.each(['-4', '-6', '99', 'toString'])('the register’s %s says nothing about the person: away', async (code) => {
  results.card = code;
  await expect(realName().check(person)).rejects.toThrow(ServiceUnavailable);
});

test.each([
  ['-12', 'too-often'],
  ['-13', 'not-covered'],
] as const)('the operators’ %s means %s', async (code, meaning) => {
  results.phone = code;
  expect(await realName().check(person)).toBe(meaning);
});

test('the operators’ -11 says nothing about the person: away', async () => {
  results.phone = '-11';
  await expect(realName().check(person)).rejects.toThrow(ServiceUnavailable);
});

test.each([
  { documentKind: 'passport', documentNumber: 'E12345678' },
  { documentKind: 'hk-macao-travel-permit', documentNumber: 'H12345678' },
  { phone: '+85261234567' },
] as const)('W-05 what it does not cover it is not asked, and the rider learns where to go: %j', async (other) => {
  expect(await realName().check({ ...person, ...other })).toBe('not-covered');
  expect(cloud.calls).toEqual([]);
});

test.each<TencentFault>(['away', 'silent', 'late', 'rubbish', 'other-shape', 'status-503', 'throttled'])(
  'the cloud is %s: ServiceUnavailable within the time, and nothing of the person in its words',
  async (fault) => {
    cloud.faults.push(fault);
    const began = performance.now();
    const refusal = await realName(fault === 'silent' || fault === 'late' ? shortTimeoutMs : longTimeoutMs)
      .check(person)
      .catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(ServiceUnavailable);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(`${String(refusal)} ${JSON.stringify(refusal)}`).not.toMatch(/\d{17}|王小明/);
    expect(await realName().check(person)).toBe('match');
  },
);

test('a wrong secret is refused by the signature', async () => {
  const keys = { ...testKeys, secretKey: 'another' };
  const wrong = { get: async () => ({ value: keys, endsAt: 9e15 }), drop: () => undefined };
  const account = accountAt(cloud.endpoint, clock, { keys: wrong });
  await expect(faceIdRealName(account, clock).check(person)).rejects.toThrow('AuthFailure.SignatureFailure');
});

test('a cloud that is away is left in peace after five calls', async () => {
  const check = behindBreaker(realName().check);
  cloud.faults.push(...Array.from({ length: 5 }, () => 'throttled' as const));
  for (let turn = 0; turn < 5; turn += 1) await expect(check(person)).rejects.toThrow(ServiceUnavailable);
  await expect(check(person)).rejects.toThrow(/resting/);
  expect(cloud.calls).toHaveLength(5);
});

test('answers about persons never open the circuit', async () => {
  const check = behindBreaker(realName().check);
  results.card = '-7';
  for (let turn = 0; turn < 8; turn += 1) expect(await check(person)).toBe('too-often');
});

describe('keys of a role', () => {
  const role = {
    keys: testKeys,
    roleArn: 'qcs::cam::uin/1:roleName/tongcheng',
    region: 'ap-guangzhou',
    timeoutMs: longTimeoutMs,
  };

  test('are taken on once, and again when the cloud calls them over in mid-run', async () => {
    let given = 0;
    const sts = await openTencentStandIn({
      AssumeRole: ({ DurationSeconds }) => {
        given += 1;
        const [id, secretKey, token] = [`AKID-role-${given}`, `secret ${given}`, `token ${given}`];
        const ends = clock.now() + Number(DurationSeconds) * 1_000;
        cloud.keys.set(id, { secretKey, token, endsAt: ends });
        return {
          Credentials: { TmpSecretId: id, TmpSecretKey: secretKey, Token: token },
          ExpiredTime: Math.floor(ends / 1_000),
        };
      },
    });
    opened.push(sts);
    const keys = roleKeys({ ...role, endpoint: sts.endpoint }, clock);
    const names = faceIdRealName(accountAt(cloud.endpoint, clock, { keys }), clock);
    expect(await Promise.all([names.check(person), names.check(person)])).toEqual(['match', 'match']);
    expect(given).toBe(1);
    cloud.keys.set('AKID-role-1', { secretKey: 'secret 1', token: 'token 1', endsAt: 0 });
    expect(await Promise.all([names.check(person), names.check(person)])).toEqual(['match', 'match']);
    expect(given).toBe(2);
    clock.pass(7_200_000 - 299_000);
    expect(await names.check(person)).toBe('match');
    expect(given).toBe(3);
  });
});

describe('a rider at the registers of Tencent', () => {
  const house = async () => {
    const { store, close } = ownStore();
    opened.push({ close });
    const instance = await instanceOver(store, standingClock());
    await instance.services.open();
    opened.unshift(instance.services);
    const needs = { ...instance, realName: realName() };
    const caller = await callerIn(needs, await agreed(needs, 'a-rider-1'));
    return { needs, caller };
  };

  test('W-05 a passport is sent to the desk, costs no attempt, and a resident ID authenticates afterwards', async () => {
    const { needs, caller } = await house();
    const passport = { ...claimOf(wang), documentKind: 'passport', documentNumber: 'E12345678' } as const;
    for (let turn = 0; turn < 12; turn += 1)
      expect(refusalOf(await verifyIdentity(needs, caller, passport))).toBe('real-name-at-desk');
    answered(await verifyIdentity(needs, caller, claimOf(wang)));
  });

  test('the register’s limit of the day is told as such', async () => {
    const { needs, caller } = await house();
    results.card = '-7';
    expect(refusalOf(await verifyIdentity(needs, caller, claimOf(wang)))).toBe('too-many-tries');
  });
});
