import type { TencentAccount, TencentKeys } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-api';
import { lastingKeys } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-keys';
import { longTimeoutMs } from '../../world/timeouts';

/** The key that every stand-in of the cloud knows. */
export const testKeys: TencentKeys = { secretId: 'AKID-test', secretKey: 'a secret of tests only' };

/** An account at a stand-in that answers, unless said otherwise. */
export const accountAt = (
  endpoint: string,
  clock: { now(): number },
  { keys = lastingKeys(testKeys, clock), timeoutMs = longTimeoutMs }: Partial<TencentAccount> = {},
) => ({ keys, endpoint, timeoutMs });
