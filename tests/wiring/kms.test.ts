import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { kmsActions } from '../stand-ins/tencent/kms';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';
import { standingClock } from '../world/clock';

const kms = kmsActions();
let cloud: Awaited<ReturnType<typeof openTencentStandIn>>;
beforeEach(async () => {
  kms.state.enabled = true;
  cloud = await openTencentStandIn(kms.actions);
});
afterEach(() => cloud.close());

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  TONGCHENG_DATA: '/nowhere/data',
  TONGCHENG_KEY_FILE: '/nowhere/keys',
  TONGCHENG_PUBLIC_URL: 'https://ride.example',
  TONGCHENG_KEYS: 'tencent-kms',
  TONGCHENG_KMS_KEY_ID: 'cmk-1',
  TONGCHENG_TENCENT_SECRET_ID: 'AKID-test',
  TONGCHENG_TENCENT_SECRET_KEY: 'a secret of tests only',
  TONGCHENG_TENCENT_ENDPOINT: cloud.endpoint,
  ...more,
});
const open = (mayCreate: boolean, more: Readonly<Record<string, string>> = {}) =>
  readConfigOf(environment(more), servers, {}).keys({ mayCreate, clock: standingClock() });
const said = (promise: Promise<unknown>) =>
  promise.then(
    () => '',
    (cause: unknown) => String(cause),
  );
const rootIn = (text: string) => /TONGCHENG_KMS_ROOT=(\S+)/.exec(text)?.[1] ?? '';

test('the first start makes a root, shows it wrapped and stops; from the next on keys wrap and derive by it', async () => {
  const root = rootIn(await said(open(true)));
  expect(root).not.toBe('');
  const [one, other] = [
    await open(true, { TONGCHENG_KMS_ROOT: root }),
    await open(false, { TONGCHENG_KMS_ROOT: root }),
  ];
  const key = new Uint8Array(32).fill(5);
  expect(await other.unwrap(await one.wrap(key, 'person 1'), 'person 1')).toEqual(key);
  await expect(other.unwrap(await one.wrap(key, 'person 1'), 'person 2')).rejects.toThrow();
  expect(await one.derive('tokens')).toEqual(await other.derive('tokens'));
  expect(await one.derive('tokens')).not.toEqual(await one.derive('ride codes'));
});

test('where data is, a missing root stops the start and none is made', async () => {
  expect(await said(open(false))).toMatch(/TONGCHENG_KMS_ROOT is not set; bring the original back/);
  expect(cloud.calls).toEqual([]);
});

test('a key service that denies stops the start with its reason, and no start goes on without its word', async () => {
  const root = rootIn(await said(open(true)));
  kms.state.enabled = false;
  expect(await said(open(false, { TONGCHENG_KMS_ROOT: root }))).toMatch(/refused.*CmkDisabled/);
  expect(await said(open(true))).toMatch(/refused.*CmkDisabled/);
  kms.state.enabled = true;
  cloud.faults.push('away');
  expect(await said(open(false, { TONGCHENG_KMS_ROOT: root }))).toMatch(/not answering/);
});

test('a name that is missing or half set is told', async () => {
  const { TONGCHENG_KMS_KEY_ID: _keyId, ...without } = environment();
  expect(() => readConfigOf(without, servers, {})).toThrow(/TONGCHENG_KMS_KEY_ID: 没有设置/);
  const half = readConfigOf({ ...environment(), TONGCHENG_TENCENT_SECRET_KEY: '' }, servers, {});
  expect(await said(half.keys({ mayCreate: true, clock: standingClock() }))).toMatch(/together or not at all/);
});
