import * as z from 'zod';
import type { TencentAccount } from '../../adapters/tencent/tencent-api';
import { lastingKeys, platformKeys, roleKeys } from '../../adapters/tencent/tencent-keys';
import type { Clock } from '../../ports/clock';
import { webAddress } from '../installation';

/** Whether this runs as a function of the cloud, which works with the keys of its role and no others (decision 171). */
export const isInsideFunction = (): boolean => process.env.TENCENTCLOUD_RUNENV === 'SCF';

/** The account at Tencent Cloud: keys of an operator, where there are some; inside a function those of its role, always. */
export const tencentSettings = {
  /**
   * 腾讯云密钥 ID：自有服务器使用腾讯云服务时要；云函数只用角色的密钥。
   * Key id of an account at Tencent Cloud: for its services on servers of one's own, and for an operator's commands; a function works with the keys of its role.
   */
  TONGCHENG_TENCENT_SECRET_ID: z.string().min(1).optional(),
  /** 对应的密钥；两项都填或都不填。 The key itself; both or neither. */
  TONGCHENG_TENCENT_SECRET_KEY: z.string().min(1).optional(),
  /** 用这把密钥承担的角色，之后只用临时密钥。 A role to take on with that key: what the services then see is temporary. */
  TONGCHENG_TENCENT_ROLE_ARN: z.string().startsWith('qcs::').optional(),
  /**
   * 腾讯云服务所在地域，在云开发也是两个环境和函数的地域，如 ap-shanghai；不设时云函数用自己的地域，其他用 ap-guangzhou。
   * Region of the services at Tencent Cloud, in CloudBase that of both environments and the functions too: `ap-shanghai`. Unless it is set: inside a function its own, elsewhere ap-guangzhou.
   */
  TONGCHENG_TENCENT_REGION: z
    .string()
    .min(1)
    .default(() => process.env.TENCENTCLOUD_REGION || 'ap-guangzhou'),
  /** 仅专网、试验：腾讯云各服务的另一个地址。 Only for private networks and trials: another address of all of its services. */
  TONGCHENG_TENCENT_ENDPOINT: webAddress.optional(),
};
const Settings = z.object(tencentSettings);

/** The account that these settings mean. */
export function tencentAccount(given: z.output<typeof Settings>, clock: Clock): TencentAccount {
  const endpoint = given.TONGCHENG_TENCENT_ENDPOINT;
  const reached = endpoint === undefined ? {} : { endpoint };
  const { TONGCHENG_TENCENT_SECRET_ID: secretId, TONGCHENG_TENCENT_SECRET_KEY: secretKey } = given;
  if (isInsideFunction() || (secretId === undefined && secretKey === undefined))
    return { keys: platformKeys(ofFunction, clock), ...reached };
  if (secretId === undefined || secretKey === undefined) throw new Error(halfAKey);
  const keys = { secretId, secretKey };
  const roleArn = given.TONGCHENG_TENCENT_ROLE_ARN;
  if (roleArn === undefined) return { keys: lastingKeys(keys, clock), ...reached };
  const role = { keys, roleArn, region: given.TONGCHENG_TENCENT_REGION, ...reached };
  return { keys: roleKeys(role, clock), ...reached };
}

const halfAKey =
  'TONGCHENG_TENCENT_SECRET_ID 和 TONGCHENG_TENCENT_SECRET_KEY 须同时设置。 The two are set together or not at all.';

/** Names by which the platform gives a function its role's keys, anew while it lives: so they are read each time. */
const ofFunction = () => {
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN } = process.env;
  return {
    ...(TENCENTCLOUD_SECRETID && { secretId: TENCENTCLOUD_SECRETID }),
    ...(TENCENTCLOUD_SECRETKEY && { secretKey: TENCENTCLOUD_SECRETKEY }),
    ...(TENCENTCLOUD_SESSIONTOKEN && { token: TENCENTCLOUD_SESSIONTOKEN }),
  };
};
