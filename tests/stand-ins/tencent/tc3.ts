import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A key that the stand-in knows; temporary ones have a token and end. */
export interface KnownKey {
  readonly secretKey: string;
  readonly token?: string;
  readonly endsAt?: number;
}

const hex = (text: string) => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const authorization =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/([^/]+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/;

/** Why a call is turned away, as the cloud's own code; undefined when signature, key and time are right. Computed from the published rules alone. */
export function refusalOf(
  headers: IncomingHttpHeaders,
  body: string,
  keys: ReadonlyMap<string, KnownKey>,
  now: number,
): string | undefined {
  const claimed = authorization.exec(headers.authorization ?? '');
  if (!claimed) return 'AuthFailure.InvalidAuthorization';
  const [, secretId = '', day = '', service = '', signed = '', signature = ''] = claimed;
  const known = keys.get(secretId);
  if (!known) return 'AuthFailure.SecretIdNotFound';
  const given = headers['x-tc-token'];
  if (known.token !== given || (known.endsAt !== undefined && known.endsAt <= now)) return 'AuthFailure.TokenFailure';
  const timestamp = String(headers['x-tc-timestamp']);
  // The library signs by the machine's own clock, which a test cannot move.
  if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > 300) return 'AuthFailure.SignatureExpire';
  if (new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10) !== day) return 'AuthFailure.SignatureFailure';
  const host = String(headers.host).replace(/:\d+$/, '');
  const values: Readonly<Record<string, string>> = { 'content-type': String(headers['content-type']), host };
  const lines = signed.split(';').map((name) => `${name}:${values[name] ?? String(headers[name])}\n`);
  const canonical = ['POST', '/', '', lines.join(''), signed, hex(body)].join('\n');
  const text = ['TC3-HMAC-SHA256', timestamp, `${day}/${service}/tc3_request`, hex(canonical)].join('\n');
  const key = [service, 'tc3_request'].reduce(mac, mac(`TC3${known.secretKey}`, day));
  return mac(key, text).toString('hex') === signature ? undefined : 'AuthFailure.SignatureFailure';
}
