import * as z from 'zod';
import { openOssObjects } from '../../../adapters/oss/open-oss-objects';
import { lastingKeys, roleKeys } from '../../../adapters/oss/oss-keys';
import { choice } from '../../choice';
import { webAddress } from '../../installation';
import type { InstalledObjects, ObjectsPart } from './part';

const settings = z.object({
  /** `cn-hangzhou`: part of every signature. */
  TONGCHENG_OSS_REGION: z.string().regex(/^[a-z]+-[a-z0-9-]+$/),
  /** A private bucket with public access blocked. */
  TONGCHENG_OSS_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
  /** An address of one's own instead of the region's. */
  TONGCHENG_OSS_ENDPOINT: webAddress.optional(),
  /** `yes` where that address is the bucket's own domain. */
  TONGCHENG_OSS_ENDPOINT_IS_BUCKETS: z.enum(['yes', 'no']).default('no'),
  TONGCHENG_OSS_KEY_ID: z.string().min(1),
  TONGCHENG_OSS_KEY_SECRET: z.string().min(1),
  /** A role to take on with that key; everything but taking it on is then done with temporary keys. */
  TONGCHENG_OSS_ROLE_ARN: z.string().startsWith('acs:ram::').optional(),
  TONGCHENG_OSS_STS_ENDPOINT: webAddress.optional(),
  /** A key that may only read, for links: a link of a role's keys ends with them, within the hour. */
  TONGCHENG_OSS_LINK_KEY_ID: z.string().min(1).optional(),
  TONGCHENG_OSS_LINK_KEY_SECRET: z.string().min(1).optional(),
  /** Encryption at rest: by the store's own keys, or by its key service. */
  TONGCHENG_OSS_ENCRYPTION: z.enum(['AES256', 'KMS']).default('AES256'),
  TONGCHENG_OSS_KMS_KEY_ID: z.string().min(1).optional(),
});
type Settings = z.output<typeof settings>;

/** Files in a bucket of Alibaba Cloud's object store, which serves the links itself. */
export const oss = choice(settings, (given, { clock }: ObjectsPart['needs']): InstalledObjects => {
  const keys = { accessKeyId: given.TONGCHENG_OSS_KEY_ID, accessKeySecret: given.TONGCHENG_OSS_KEY_SECRET };
  const { TONGCHENG_OSS_ROLE_ARN: roleArn, TONGCHENG_OSS_STS_ENDPOINT: endpoint } = given;
  const role = roleArn === undefined ? undefined : { keys, roleArn, ...(endpoint === undefined ? {} : { endpoint }) };
  return openOssObjects({
    place: placeOf(given),
    keys: role ? roleKeys(role, clock) : lastingKeys(keys, clock),
    ...linkKeysOf(given),
    encryption: encryptionOf(given),
    clock,
  });
});

const placeOf = ({ TONGCHENG_OSS_ENDPOINT: endpoint, ...given }: Settings) => ({
  region: given.TONGCHENG_OSS_REGION,
  bucket: given.TONGCHENG_OSS_BUCKET,
  isBucketsOwn: given.TONGCHENG_OSS_ENDPOINT_IS_BUCKETS === 'yes',
  ...(endpoint === undefined ? {} : { endpoint }),
});

function linkKeysOf({
  TONGCHENG_OSS_LINK_KEY_ID: accessKeyId,
  TONGCHENG_OSS_LINK_KEY_SECRET: accessKeySecret,
}: Settings) {
  return accessKeyId === undefined || accessKeySecret === undefined
    ? {}
    : { linkKeys: { accessKeyId, accessKeySecret } };
}

function encryptionOf({ TONGCHENG_OSS_ENCRYPTION: by, TONGCHENG_OSS_KMS_KEY_ID: keyId }: Settings) {
  if (by === 'AES256') return { by };
  return keyId === undefined ? { by } : { by, keyId };
}
