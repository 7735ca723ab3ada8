import { cloudbase as cloudStore } from '@tongcheng/cloudfunctions/wiring/definitions/cloudbase';
import { tencentAccount } from '@tongcheng/cloudfunctions/wiring/definitions/tencent-account';
import { accountKeys, startCloud } from '../cloudbase/cloud';

const clock = { now: () => 0 };
const ofOperator = {
  TONGCHENG_TENCENT_SECRET_ID: 'AKID-of-an-operator',
  TONGCHENG_TENCENT_SECRET_KEY: 'never for a function',
  TONGCHENG_TENCENT_REGION: 'ap-guangzhou',
};
const ofRole = {
  TENCENTCLOUD_SECRETID: accountKeys.secretId,
  TENCENTCLOUD_SECRETKEY: accountKeys.secretKey,
  TENCENTCLOUD_SESSIONTOKEN: accountKeys.sessionToken,
};

const before = { ...process.env };
beforeEach(() => Object.assign(process.env, ofRole, { TENCENTCLOUD_RUNENV: 'SCF' }));
afterEach(() => {
  for (const name of [...Object.keys(ofRole), 'TENCENTCLOUD_RUNENV'])
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
});

test('inside a function the keys are those of its role, whatever keys it was given', async () => {
  const { keys } = tencentAccount(ofOperator, clock);
  expect((await keys.get()).value.secretId).toBe(accountKeys.secretId);
  delete process.env.TENCENTCLOUD_RUNENV;
  expect((await tencentAccount(ofOperator, clock).keys.get()).value.secretId).toBe('AKID-of-an-operator');
});

test('the database is asked with the keys of the role too, and a function without a role is told so', async () => {
  const cloud = await startCloud('masterChecks');
  const settings = {
    ...ofOperator,
    TONGCHENG_CLOUDBASE_ENV: cloud.env,
    TONGCHENG_CLOUDBASE_KEYS_ENV: cloud.env,
    TONGCHENG_CLOUDBASE_URL: cloud.serviceUrl,
  };
  const read = cloudStore().read(settings);
  if (!read.ok) throw new Error('not read');
  const place = await read.open({
    clock,
    chance: { bytes: (many: number) => new Uint8Array(many) },
    log: { event: () => undefined },
  });
  expect(await place.holdsData()).toBe(false);
  await cloud.close();
  delete process.env.TENCENTCLOUD_SECRETID;
  await expect(tencentAccount(ofOperator, clock).keys.get()).rejects.toThrow('give it a role');
});
