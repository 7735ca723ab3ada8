import { type Held, held } from '@tongcheng/shared/held';
import { minuteMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { Clock } from '../../ports/clock';
import { type TencentKeys, tencentApi } from './tencent-api';

/** Keys that do not end. */
export const lastingKeys = (keys: TencentKeys, clock: Clock): Held<TencentKeys> =>
  held(async () => ({ value: keys, endsAt: Number.POSITIVE_INFINITY }), clock, 0);

/**
 * Keys that the cloud's platform puts into the environment of a function and renews there: looked at again each minute, and at once
 * when they are refused. Throws when there are none: the function has no role.
 */
export const platformKeys = (read: () => Partial<TencentKeys>, clock: Clock): Held<TencentKeys> =>
  held(
    async () => {
      const { secretId, secretKey, token } = read();
      if (!secretId || !secretKey) throw new Error('the platform gave this function no keys; give it a role');
      const value = { secretId, secretKey, ...(token ? { token } : {}) };
      return { value, endsAt: clock.now() + minuteMs };
    },
    clock,
    0,
  );

/** A role that this installation takes on, instead of working with keys that never end. */
export interface TencentRole {
  readonly keys: TencentKeys;
  /** `qcs::cam::uin/<uin>:roleName/<name>` */
  readonly roleArn: string;
  readonly region: string;
  /** How long the role is taken on; default 7,200. */
  readonly seconds?: number;
  readonly endpoint?: string;
  readonly timeoutMs?: number;
}

const Taken = z.object({
  Credentials: z.object({ TmpSecretId: z.string(), TmpSecretKey: z.string(), Token: z.string() }),
  ExpiredTime: z.number().int(),
});

/** Temporary keys of a role (STS AssumeRole), renewed five minutes before they end and whenever a service calls them over. */
export function roleKeys(role: TencentRole, clock: Clock): Held<TencentKeys> {
  const { keys, region, roleArn, seconds = 7_200, endpoint, timeoutMs } = role;
  const call = tencentApi(
    { name: 'sts', version: '2018-08-13', region },
    {
      keys: lastingKeys(keys, clock),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    },
  );
  const taken = async () => {
    const question = { RoleArn: roleArn, RoleSessionName: 'tongcheng', DurationSeconds: seconds };
    const { Credentials: given, ExpiredTime } = await call('AssumeRole', question, Taken);
    const value = { secretId: given.TmpSecretId, secretKey: given.TmpSecretKey, token: given.Token };
    return { value, endsAt: ExpiredTime * 1_000 };
  };
  return held(taken, clock, 5 * minuteMs);
}
