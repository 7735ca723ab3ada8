import * as z from 'zod';
import type { ConnectionOptions, Credentials } from '../../adapters/cloudbase/connection';
import { webAddress } from '../installation';

/** The name of an environment, such as `tongcheng-1a2b3c`. */
export const environmentId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** CloudBase's environment, and who reaches it from outside; a function of the environment has keys of its own. */
export const cloudBaseSettings = {
  TONGCHENG_CLOUDBASE_ENV: environmentId,
  /** The address of the `/admin` interface; only for trials and private networks. */
  TONGCHENG_CLOUDBASE_URL: webAddress.optional(),
  /** Keys of the account at Tencent Cloud, outside a cloud function only. */
  TONGCHENG_TENCENT_SECRET_ID: z.string().min(1).optional(),
  TONGCHENG_TENCENT_SECRET_KEY: z.string().min(1).optional(),
};
const Settings = z.object(cloudBaseSettings);

/** How one of the account's environments is reached. */
export function cloudBaseAt(env: string, given: z.output<typeof Settings>): ConnectionOptions {
  const serviceUrl = given.TONGCHENG_CLOUDBASE_URL ?? (isInsideFunction() ? undefined : publicAddress(env));
  return { env, credentials: () => credentialsOf(given), ...(serviceUrl === undefined ? {} : { serviceUrl }) };
}

const publicAddress = (env: string) => `https://${env}.tcb-api.tencentcloudapi.com/admin`;

const isInsideFunction = () => process.env.TENCENTCLOUD_RUNENV === 'SCF';

/** The platform renews a function's keys in its environment while it lives, so they are read each time. */
function credentialsOf(given: z.output<typeof Settings>): Credentials | undefined {
  const { TONGCHENG_TENCENT_SECRET_ID: ownId, TONGCHENG_TENCENT_SECRET_KEY: ownKey } = given;
  if (ownId !== undefined && ownKey !== undefined) return { secretId: ownId, secretKey: ownKey };
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN } = process.env;
  if (!TENCENTCLOUD_SECRETID || !TENCENTCLOUD_SECRETKEY) return undefined;
  const keys = { secretId: TENCENTCLOUD_SECRETID, secretKey: TENCENTCLOUD_SECRETKEY };
  return { ...keys, ...(TENCENTCLOUD_SESSIONTOKEN ? { sessionToken: TENCENTCLOUD_SESSIONTOKEN } : {}) };
}
