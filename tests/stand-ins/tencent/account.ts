import type { TencentKeys } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-api';
import { lastingKeys } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-keys';

/** The key that every stand-in of the cloud knows. */
export const testKeys: TencentKeys = { secretId: 'AKID-test', secretKey: 'a secret of tests only' };

/** An account at a stand-in, impatient. */
export const accountAt = (endpoint: string, clock: { now(): number }, keys = lastingKeys(testKeys, clock)) => ({
  keys,
  endpoint,
  timeoutMs: 1_200,
});
