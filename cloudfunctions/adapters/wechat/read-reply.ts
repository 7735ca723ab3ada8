import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { WechatApp, WechatQuestion } from './wechat-app';

/** A reply longer than this is rubbish. */
const largestReplyBytes = 64 * 1024;
const defaultTimeoutMs = 2_000;

/** WeChat's reply as JSON, within its time and size; anything else is ServiceUnavailable. */
export async function readReply(app: WechatApp, { path, query, body }: WechatQuestion): Promise<unknown> {
  const address = `${app.url}${path}?${new URLSearchParams(query)}`;
  const signal = AbortSignal.timeout(app.timeoutMs ?? defaultTimeoutMs);
  const posted = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const asked = body === undefined ? { method: 'GET' } : posted;
  const text = await fetch(address, { ...asked, signal, redirect: 'error' })
    .then(wholeText)
    .catch(away);
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceUnavailable('WeChat’s reply was no JSON');
  }
}

async function wholeText(reply: Response): Promise<string> {
  if (reply.status !== 200) throw new ServiceUnavailable(`WeChat answered ${reply.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of reply.body ?? []) {
    bytes += part.byteLength;
    if (bytes > largestReplyBytes) throw new ServiceUnavailable('WeChat’s reply was too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function away(cause: unknown): never {
  throw cause instanceof ServiceUnavailable ? cause : new ServiceUnavailable('WeChat was not reached in time');
}
