import { join } from 'node:path';
import * as z from 'zod';
import { openDiskObjects } from '../../adapters/disk/disk-objects';
import { openOssObjects } from '../../adapters/oss/open-oss-objects';
import { lastingKeys, roleKeys } from '../../adapters/oss/oss-keys';
import type { Clock } from '../../ports/clock';
import type { KeyService } from '../../ports/key-service';
import type { ObjectStore } from '../../ports/object-store';
import { adapterOption } from '../adapter-option';
import { webAddress } from '../installation';
import { definePort } from '../port-definition';

/** Objects as this installation keeps them. */
export interface InstalledObjects extends ObjectStore {
  /** Present when the host itself serves the links: what a valid one opens. Elsewhere the storage serves its own. */
  readonly openLink?: (pathAndQuery: string) => { readonly key: string; readonly fileName: string } | undefined;
}

/** What an adapter may ask for when it opens. */
export interface ObjectNeeds {
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly publicUrl: string;
}

/** Reports, sheets and other files. */
export const objects = definePort<ObjectNeeds, InstalledObjects>({ chosenBy: 'TONGCHENG_OBJECTS' });

/** Files in a folder of this machine, sealed, served by the host. */
export const disk = () =>
  adapterOption(
    z.object({
      /** Files are sealed in the folder `objects` inside it. */
      TONGCHENG_DATA: z.string().min(1),
    }),
    async ({ TONGCHENG_DATA }, { clock, keys, publicUrl }: ObjectNeeds): Promise<InstalledObjects> =>
      openDiskObjects({ folder: join(TONGCHENG_DATA, 'objects'), key: await keys.derive('objects'), publicUrl, clock }),
  );

const ossSettings = () =>
  z.object({
    /** OSS 地域，如 cn-hangzhou，也写进签名。 Region of the bucket, `cn-hangzhou`: part of every signature. */
    TONGCHENG_OSS_REGION: z.string().regex(/^[a-z]+-[a-z0-9-]+$/),
    /** 私有存储桶，禁止公共访问。 A private bucket with public access blocked. */
    TONGCHENG_OSS_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
    /** 自己的访问域名，代替地域的域名。 An address of one's own instead of the region's. */
    TONGCHENG_OSS_ENDPOINT: webAddress.optional(),
    /** 该域名是否就是存储桶的。 `yes` where that address is the bucket's own domain. */
    TONGCHENG_OSS_ENDPOINT_IS_BUCKETS: z.enum(['yes', 'no']).default('no'),
    /** 能在桶里读、写、删的账号的密钥 ID。 Key id of an account that may read, write and delete there. */
    TONGCHENG_OSS_KEY_ID: z.string().min(1),
    /** 对应的密钥。 The key itself. */
    TONGCHENG_OSS_KEY_SECRET: z.string().min(1),
    /** 用这把密钥承担的角色，其余操作都用临时密钥。 A role to take on with that key; everything but taking it on is then done with temporary keys. */
    TONGCHENG_OSS_ROLE_ARN: z.string().startsWith('acs:ram::').optional(),
    /** 发放临时密钥的服务的另一个地址。 Another address of the service that gives temporary keys. */
    TONGCHENG_OSS_STS_ENDPOINT: webAddress.optional(),
    /** 只读密钥 ID，用于链接：角色密钥的链接一小时内随密钥失效。 A key that may only read, for links: a link of a role's keys ends with them, within the hour. */
    TONGCHENG_OSS_LINK_KEY_ID: z.string().min(1).optional(),
    /** 该只读密钥；两项都填或都不填。 That key itself; both or neither. */
    TONGCHENG_OSS_LINK_KEY_SECRET: z.string().min(1).optional(),
    /** 落盘加密：用 OSS 自己的密钥，或其密钥服务。 Encryption at rest: by the store's own keys, or by its key service. */
    TONGCHENG_OSS_ENCRYPTION: z.enum(['AES256', 'KMS']).default('AES256'),
    /** 选 KMS 时用哪把密钥；不设用存储桶的默认。 With `KMS`: which key; without it the bucket's default. */
    TONGCHENG_OSS_KMS_KEY_ID: z.string().min(1).optional(),
  });
type OssSettings = z.output<ReturnType<typeof ossSettings>>;

/** Files in a bucket of Alibaba Cloud's object store, which serves the links itself. */
export const oss = () =>
  adapterOption(ossSettings(), (given, { clock }: ObjectNeeds): InstalledObjects => {
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

const placeOf = ({ TONGCHENG_OSS_ENDPOINT: endpoint, ...given }: OssSettings) => ({
  region: given.TONGCHENG_OSS_REGION,
  bucket: given.TONGCHENG_OSS_BUCKET,
  isBucketsOwn: given.TONGCHENG_OSS_ENDPOINT_IS_BUCKETS === 'yes',
  ...(endpoint === undefined ? {} : { endpoint }),
});

function linkKeysOf({
  TONGCHENG_OSS_LINK_KEY_ID: accessKeyId,
  TONGCHENG_OSS_LINK_KEY_SECRET: accessKeySecret,
}: OssSettings) {
  return accessKeyId === undefined || accessKeySecret === undefined
    ? {}
    : { linkKeys: { accessKeyId, accessKeySecret } };
}

function encryptionOf({ TONGCHENG_OSS_ENCRYPTION: by, TONGCHENG_OSS_KMS_KEY_ID: keyId }: OssSettings) {
  if (by === 'AES256') return { by };
  return keyId === undefined ? { by } : { by, keyId };
}
