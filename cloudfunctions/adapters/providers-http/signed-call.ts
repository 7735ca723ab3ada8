import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { callText, replyText, signatureHeaders } from '@tongcheng/shared/provider-signature';
import type * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';

/** How a service is reached: over HTTP. */
interface ProviderAtUrl {
  readonly url: string;
  readonly secret: string;
  /** The whole call, answer read included. */
  readonly timeoutMs?: number;
}

/** A service in this very process, for filling a simulated past without a hop for each question; its replies are parsed all the same. */
interface ProviderAtHand {
  readonly ask: (path: string, question: unknown) => unknown;
}

/** Either way; questions and answers are the same. */
export type ProviderAddress = ProviderAtUrl | ProviderAtHand;

/** A reply longer than this is rubbish. */
const largestReplyBytes = 64 * 1024;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const mac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');

/**
 * Calls one operation of an outside service: signed, within its time, the reply's signature checked before it is parsed.
 * Throws ServiceUnavailable for anything but an answer of the promised shape.
 */
export async function signedCall<S extends z.ZodType>(
  to: ProviderAddress,
  path: string,
  question: unknown,
  answer: S,
): Promise<z.output<S>> {
  const reply = 'ask' in to ? to.ask(path, question) : await replyOverHttp(to, path, question);
  const parsed = answer.safeParse(reply);
  if (!parsed.success) throw new ServiceUnavailable('the reply was not of the promised shape');
  return parsed.data;
}

async function replyOverHttp(to: ProviderAtUrl, path: string, question: unknown): Promise<unknown> {
  const body = JSON.stringify(question);
  const nonce = randomBytes(16).toString('hex');
  const timestamp = String(Date.now());
  const signature = mac(to.secret, callText({ path, timestamp, nonce, bodyDigest: digest(body) }));
  const { timestamp: at, nonce: once, signature: signed } = signatureHeaders;
  const headers = { 'content-type': 'application/json', [at]: timestamp, [once]: nonce, [signed]: signature };
  const signal = AbortSignal.timeout(to.timeoutMs ?? 2_000);
  const reply = await fetch(`${to.url}${path}`, { method: 'POST', body, headers, signal, redirect: 'error' }).catch(
    away,
  );
  const text = await boundedText(reply).catch(away);
  const expected = mac(to.secret, replyText({ nonce, status: reply.status, bodyDigest: digest(text) }));
  if (!same(expected, reply.headers.get(signed) ?? ''))
    throw new ServiceUnavailable('the reply was not signed by the service');
  if (reply.status !== 200) throw new ServiceUnavailable(`the service answered ${reply.status}`);
  return asJson(text);
}

function away(cause: unknown): never {
  if (cause instanceof ServiceUnavailable) throw cause;
  throw new ServiceUnavailable('the service was not reached in time', { cause });
}

async function boundedText(reply: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of reply.body ?? []) {
    bytes += part.byteLength;
    if (bytes > largestReplyBytes) throw new ServiceUnavailable('the reply was too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
