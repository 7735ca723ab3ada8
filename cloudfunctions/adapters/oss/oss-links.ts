import { held } from '@tongcheng/shared/held';
import type { ObjectStore } from '../../ports/object-store';
import { type OssOptions, ossClient } from './oss-client';

/** The store signs links for a week at most. */
const longestSeconds = 7 * 24 * 3_600;

/**
 * Expiring links signed by V4, for a download under a name. A link of temporary keys ends with them, whatever was asked for;
 * `expiresAt` says so.
 */
export function ossLinks({ place, keys, linkKeys, clock }: Pick<OssOptions, 'place' | 'keys' | 'linkKeys' | 'clock'>) {
  const signing = linkKeys ? held(async () => ({ value: linkKeys, endsAt: Number.POSITIVE_INFINITY }), clock, 0) : keys;
  const link: ObjectStore['link'] = async (key, { ttlSeconds, fileName }) => {
    const { value, endsAt } = await signing.get();
    const now = clock.now();
    const left = Math.floor((endsAt - now) / 1_000);
    const seconds = Math.max(1, Math.min(ttlSeconds, left, longestSeconds));
    const queries = { 'response-content-disposition': downloadAs(fileName) };
    const client = await ossClient(place, value);
    const url = await client.signatureUrlV4('GET', seconds, { queries }, key);
    return { url, expiresAt: now + seconds * 1_000 };
  };
  return link;
}

/** RFC 6266: a plain name for old programs, the whole one for the others. */
const downloadAs = (fileName: string): string =>
  `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, escaped)}`;

const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
