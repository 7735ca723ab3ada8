import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a request claims about its signature. */
export interface Claimed {
  readonly keyId: string;
  readonly scope: string;
  readonly date: string;
  readonly signature: string;
  readonly token: string | undefined;
  /** Seconds a link is good; undefined where headers sign. */
  readonly expires: number | undefined;
  readonly additional: readonly string[];
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

/** The claim in the headers, or in the query of a link; undefined when there is none. */
export function claimOf(headers: IncomingHttpHeaders, query: URLSearchParams): Claimed | undefined {
  const inHeader = /^OSS4-HMAC-SHA256 Credential=([^,]+),(?:AdditionalHeaders=([^,]+),)?Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? '',
  );
  const inQuery = query.get('x-oss-signature-version') === 'OSS4-HMAC-SHA256';
  const credential = inHeader?.[1] ?? (inQuery ? query.get('x-oss-credential') : undefined);
  const [keyId, ...scope] = (credential ?? '').split('/');
  const signature = inHeader?.[3] ?? query.get('x-oss-signature');
  const date = inHeader ? one(headers['x-oss-date']) : query.get('x-oss-date');
  if (!keyId || !signature || !date) return undefined;
  return {
    keyId,
    scope: scope.join('/'),
    date,
    signature,
    token: (inHeader ? one(headers['x-oss-security-token']) : query.get('x-oss-security-token')) ?? undefined,
    expires: inHeader ? undefined : Number(query.get('x-oss-expires')),
    additional: (inHeader?.[2] ?? query.get('x-oss-additional-headers') ?? '').split(';').filter(Boolean),
  };
}

/** The signature that the request should carry, computed from the published rules alone. */
export function signatureFor(
  request: {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: IncomingHttpHeaders;
  },
  place: { readonly bucket: string; readonly region: string },
  secret: string,
  { date, additional }: Claimed,
): string {
  const uri = encoded(`/${place.bucket}${decodeURIComponent(request.path)}`).replaceAll('%2F', '/');
  const asked = [...request.query]
    .filter(([name]) => name !== 'x-oss-signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const signed = Object.keys(request.headers)
    .filter((name) => /^(content-type|content-md5|x-oss-.*)$/.test(name) || additional.includes(name))
    .sort();
  const lines = signed.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
  const payload = one(request.headers['x-oss-content-sha256']) ?? 'UNSIGNED-PAYLOAD';
  const canonical = [request.method, uri, asked.join('&'), lines, additional.join(';'), payload].join('\n');
  const day = date.slice(0, 8);
  const scope = `${day}/${place.region}/oss/aliyun_v4_request`;
  const text = ['OSS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const mac = (key: string | Buffer, part: string) => createHmac('sha256', key).update(part).digest();
  const key = [day, place.region, 'oss', 'aliyun_v4_request'].reduce<string | Buffer>(mac, `aliyun_v4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex');
}

/** `20261121T080000Z` as an instant. */
export const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
