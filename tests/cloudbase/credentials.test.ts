import type { Credentials } from '@tongcheng/cloudfunctions/adapters/cloudbase/connection';
import { openCloudBaseStore } from '@tongcheng/cloudfunctions/adapters/cloudbase/open-cloudbase-store';
import { StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { samples } from '../adapters/document-store/samples';
import { until } from '../world/until';
import { accountKeys, longRetryLimits, startCloud } from './cloud';

const renewed: Credentials = { secretId: 'AKIDrenewed', secretKey: 'another-secret', sessionToken: 'token-2' };

test('keys that end in mid-run: calls are refused until they are renewed, and then go on by themselves', async () => {
  const cloud = await startCloud(samples.name);
  let keys: Credentials = accountKeys;
  const { serviceUrl, env } = cloud;
  const credentials = () => keys;
  const store = openCloudBaseStore({ env, serviceUrl, credentials, retry: longRetryLimits });
  const impatient = openCloudBaseStore({
    env,
    serviceUrl,
    credentials,
    retry: { ...longRetryLimits, budgetMs: 4_000 },
  });
  expect(await store.insert(samples, { _id: 'a' })).toBe('inserted');
  cloud.keys.clear();
  cloud.keys.set(renewed.secretId, renewed);
  await expect(impatient.insert(samples, { _id: 'b' })).rejects.toThrow(StoreRefused);
  const before = cloud.seen.length;
  const waiting = store.insert(samples, { _id: 'b' });
  await until(() => cloud.seen.length > before + 1);
  keys = renewed;
  expect(await waiting).toBe('inserted');
  expect(await store.count(samples, {})).toBe(2);
  await cloud.close();
});
