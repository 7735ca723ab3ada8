import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ServiceUnavailable } from '../../ports/service-unavailable';

/** A platform of GB/T 38963 and what it gave this installation. */
export interface HealthPlatform {
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
  /** The whole call, answer read included; default 2,000. */
  readonly timeoutMs?: number;
}

const largestReplyBytes = 64 * 1024;

/** HMAC over SM3 (GB/T 32905), as platforms of the administration ask for. */
const mac = (secret: string, ...lines: readonly string[]) =>
  createHmac('sm3', secret).update(lines.join('\n')).digest('hex');

/**
 * One POST of JSON, signed over app, time, nonce and body; the reply's signature is over the same nonce, and is checked before anything is
 * read. Throws ServiceUnavailable for whatever is not a signed reply in time.
 */
export async function signedQuery(
  { url, appId, secret, timeoutMs = 2_000 }: HealthPlatform,
  path: string,
  question: object,
  now: number,
): Promise<string> {
  const [nonce, timestamp, body] = [randomBytes(16).toString('hex'), String(now), JSON.stringify(question)];
  const headers = {
    'content-type': 'application/json;charset=UTF-8',
    'x-app-id': appId,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': mac(secret, appId, timestamp, nonce, body),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  const reply = await fetch(`${url}${path}`, { method: 'POST', body, headers, signal, redirect: 'error' }).catch(away);
  const text = await bounded(reply).catch(away);
  if (reply.status !== 200) throw new ServiceUnavailable(`the platform answered ${reply.status}`);
  if (!same(mac(secret, nonce, text), reply.headers.get('x-signature') ?? ''))
    throw new ServiceUnavailable('the reply was not signed by the platform');
  return text;
}

/** The cause is left out: it may name what was asked. */
function away(cause: unknown): never {
  throw cause instanceof ServiceUnavailable ? cause : new ServiceUnavailable('the platform was not reached in time');
}

async function bounded(reply: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of reply.body ?? []) {
    bytes += part.byteLength;
    if (bytes > largestReplyBytes) throw new ServiceUnavailable('the reply was too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const same = (right: string, given: string): boolean =>
  right.length === given.length && timingSafeEqual(Buffer.from(right), Buffer.from(given));
