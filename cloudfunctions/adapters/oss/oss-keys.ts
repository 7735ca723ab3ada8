import { type Held, held } from '@tongcheng/shared/held';
import { minuteMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { OssKeys } from './oss-client';
import { ossFault } from './oss-fault';

/** Keys that do not end. */
export const lastingKeys = (keys: OssKeys, clock: Clock): Held<OssKeys> =>
  held(async () => ({ value: keys, endsAt: Number.POSITIVE_INFINITY }), clock, 0);

/** A role that this installation takes on, instead of working with keys that never end. */
export interface OssRole {
  readonly keys: OssKeys;
  /** `acs:ram::<account>:role/<name>` */
  readonly roleArn: string;
  /** How long the role is taken on; the store allows 900 to 43,200. */
  readonly seconds?: number;
  /** The token service's address, where it is not the usual one. */
  readonly endpoint?: string;
}

/** Temporary keys of a role (STS), renewed five minutes before they end and whenever the store says that they are over. */
export function roleKeys({ keys, roleArn, seconds, endpoint }: OssRole, clock: Clock): Held<OssKeys> {
  const where = { ...keys, ...(endpoint === undefined ? {} : { endpoint }), timeout: '10s' };
  const taken = async () => {
    const { default: OSS } = await import('ali-oss');
    const service = new OSS.STS(where);
    const { credentials } = await service
      .assumeRole(roleArn, '', seconds ?? 3_600, 'tongcheng')
      .catch((cause) => Promise.reject(ossFault(cause)));
    const { AccessKeyId: accessKeyId, AccessKeySecret: accessKeySecret, SecurityToken: stsToken } = credentials;
    return { value: { accessKeyId, accessKeySecret, stsToken }, endsAt: Date.parse(credentials.Expiration) };
  };
  return held(taken, clock, 5 * minuteMs);
}
