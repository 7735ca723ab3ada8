import { openCloudBaseStore } from '@tongcheng/cloudfunctions/adapters/cloudbase/open-cloudbase-store';
import type { RetryLimits } from '@tongcheng/cloudfunctions/adapters/cloudbase/retry';
import { type StandIn, startStandIn } from './stand-in/stand-in';

/** Keys that a stand-in takes after {@link startCloud}. */
export const accountKeys = { secretId: 'AKIDstandin', secretKey: 'secret-of-the-stand-in', sessionToken: 'token-1' };

/** Short times, so that a test of giving up does not take ten seconds. */
export const shortRetryLimits: RetryLimits = { budgetMs: 1_500, attemptMs: 400, firstPauseMs: 5 };

/** For what is answered: no attempt ends by time, however busy the machine. */
export const longRetryLimits: RetryLimits = { budgetMs: 20_000, attemptMs: 15_000, firstPauseMs: 5 };

/** A stand-in that knows {@link accountKeys} and has these collections. */
export async function startCloud(...collections: readonly string[]): Promise<StandIn> {
  const cloud = await startStandIn();
  cloud.keys.set(accountKeys.secretId, accountKeys);
  cloud.makeCollections(...collections);
  return cloud;
}

/** The store of an instance over a stand-in. */
export const storeIn = (cloud: StandIn, retry?: RetryLimits) =>
  openCloudBaseStore({
    env: cloud.env,
    serviceUrl: cloud.serviceUrl,
    credentials: () => accountKeys,
    ...(retry ? { retry } : {}),
  });
