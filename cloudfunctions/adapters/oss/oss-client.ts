import type { Held } from '@tongcheng/shared/held';
import type OSS from 'ali-oss';
import type { Clock } from '../../ports/clock';

/** Where objects lie. */
export interface OssPlace {
  /** `cn-wuhan-lr`, `cn-hangzhou`: part of every signature. */
  readonly region: string;
  readonly bucket: string;
  /** An address of one's own instead of the region's; `https://…` unless it is on this machine. */
  readonly endpoint?: string;
  /** Whether the address is the bucket's own (a custom domain). */
  readonly isBucketsOwn?: boolean;
  /** Silence after which a call counts as lost. */
  readonly timeoutMs?: number;
}

/** An access key; with a token when it is temporary. */
export interface OssKeys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly stsToken?: string;
}

/** What keeping objects in a bucket of Alibaba Cloud's object store needs. */
export interface OssOptions {
  readonly place: OssPlace;
  readonly keys: Held<OssKeys>;
  /** Keys that may only read, and do not end: a link lives no longer than the keys that signed it. Without them {@link keys} sign. */
  readonly linkKeys?: OssKeys;
  /** Encryption at rest: the store's own keys, or one of its key service. */
  readonly encryption: { readonly by: 'AES256' } | { readonly by: 'KMS'; readonly keyId?: string };
  readonly clock: Clock;
  /** Contents up to this go in one piece, larger ones in parts of it; default 8 MiB. The store wants at least 100 KiB. */
  readonly partBytes?: number;
  /** First pause before a try is repeated. */
  readonly pauseMs?: number;
}

/**
 * A client of one set of keys, signing by V4. Keys are never renewed inside it: the library signs a link's credential with the old
 * key id and the rest with the new secret when a renewal falls between, so renewed keys get a client of their own. The library is read
 * at the first client: a start that keeps its objects elsewhere does not wait for it.
 */
export async function ossClient(place: OssPlace, keys: OssKeys): Promise<OSS> {
  const { default: Client } = await import('ali-oss');
  const { region, bucket, endpoint, isBucketsOwn, timeoutMs } = place;
  return new Client({
    ...keys,
    region: `oss-${region}`,
    bucket,
    secure: true,
    authorizationV4: true,
    timeout: timeoutMs ?? 30_000,
    // Only says that nobody forgot it: without a function to call the library renews nothing, and is silent about it.
    refreshSTSTokenInterval: Number.MAX_SAFE_INTEGER,
    ...(endpoint === undefined ? {} : { endpoint, cname: isBucketsOwn ?? false }),
  });
}
