import { randomBytes } from 'node:crypto';
import { kmsRoot, newKmsRoot } from '@tongcheng/cloudfunctions/adapters/tencent/kms-root';
import { accountAt } from '../stand-ins/tencent/account';
import { kmsActions } from '../stand-ins/tencent/kms';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';
import { standingClock } from '../world/clock';
import { longTimeoutMs, shortTimeoutMs } from '../world/timeouts';

let kms: ReturnType<typeof kmsActions>;
let cloud: Awaited<ReturnType<typeof openTencentStandIn>>;
let clock: ReturnType<typeof standingClock>;

beforeEach(async () => {
  clock = standingClock();
  kms = kmsActions();
  cloud = await openTencentStandIn(kms.actions);
});
afterEach(() => cloud.close());

const place = (account = accountAt(cloud.endpoint, clock)) => ({ account, region: 'ap-guangzhou', clock });
const minutes = (count: number) => count * 60_000;

test('safety rule 3: a root is made by the service, comes wrapped, and opens to the same 32 bytes wherever it is opened', async () => {
  const wrapped = await newKmsRoot(place(), 'cmk-1');
  const [one, other] = [await kmsRoot(place(), wrapped)(), await kmsRoot(place(), wrapped)()];
  expect(one).toHaveLength(32);
  expect(Buffer.from(one).equals(other)).toBe(true);
  expect(wrapped).not.toContain(Buffer.from(one).toString('base64'));
});

test('a root of another length than 32 bytes is none', async () => {
  const wrapped = await newKmsRoot(place(), 'cmk-1');
  const Decrypt = () => ({ KeyId: 'cmk-1', Plaintext: randomBytes(16).toString('base64') });
  const short = await openTencentStandIn({ ...kms.actions, Decrypt });
  await expect(kmsRoot(place(accountAt(short.endpoint, clock)), wrapped)()).rejects.toThrow();
  await short.close();
});

test('a root that was changed, or is of another use of the master key, does not open', async () => {
  const wrapped = await newKmsRoot(place(), 'cmk-1');
  const bytes = Buffer.from(wrapped, 'base64');
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  await expect(kmsRoot(place(), bytes.toString('base64'))()).rejects.toThrow('InvalidCiphertext');
  const foreign = kms.actions.GenerateDataKey({ KeyId: 'cmk-1', EncryptionContext: '{"product":"other"}' });
  const blob = 'CiphertextBlob' in foreign ? String(foreign.CiphertextBlob) : randomBytes(60).toString('base64');
  await expect(kmsRoot(place(), blob)()).rejects.toThrow('InvalidCiphertext');
});

test('many at once cause one question, and while it is fresh none', async () => {
  const root = kmsRoot(place(), await newKmsRoot(place(), 'cmk-1'));
  await Promise.all(Array.from({ length: 50 }, () => root()));
  clock.pass(minutes(14));
  await root();
  expect(cloud.calls.filter(({ action }) => action === 'Decrypt')).toHaveLength(1);
  clock.pass(minutes(2));
  await root();
  expect(cloud.calls.filter(({ action }) => action === 'Decrypt')).toHaveLength(2);
});

test('a master key that was disabled closes everything within a quarter of an hour, and opens it again', async () => {
  const root = kmsRoot(place(), await newKmsRoot(place(), 'cmk-1'));
  await root();
  kms.state.enabled = false;
  clock.pass(minutes(16));
  await expect(root()).rejects.toThrow('CmkDisabled');
  cloud.faults.push('away');
  await expect(root()).rejects.toThrow('not reached');
  kms.state.enabled = true;
  expect(await root()).toHaveLength(32);
});

test('a service that is merely away keeps nobody out for half a day, is asked once a minute, and then closes', async () => {
  const account = accountAt(cloud.endpoint, clock);
  const root = kmsRoot(place(account), await newKmsRoot(place(), 'cmk-1'));
  await root();
  clock.pass(minutes(16));
  cloud.faults.push('away', 'throttled', 'rubbish', 'status-503', 'silent');
  const before = cloud.calls.length;
  for (let turn = 0; turn < 4; turn += 1) {
    await root();
    await root();
    clock.pass(minutes(2));
  }
  expect(cloud.calls.length - before).toBe(4);
  clock.pass(minutes(12 * 60));
  account.timeoutMs = shortTimeoutMs;
  await expect(root()).rejects.toThrow('not reached');
  account.timeoutMs = longTimeoutMs;
  expect(await root()).toHaveLength(32);
});

test('without a word of the service there is no root at the start', async () => {
  const wrapped = await newKmsRoot(place(), 'cmk-1');
  cloud.faults.push('away');
  await expect(kmsRoot(place(), wrapped)()).rejects.toThrow('not reached');
  await expect(newKmsRoot(place(), 'cmk-unknown')).rejects.toThrow('CmkNotFound');
});
