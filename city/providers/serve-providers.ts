import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { callText, replyText, signatureHeaders } from '@tongcheng/shared/provider-signature';
import type { LocalServicesState } from './answers';
import { localServiceAnswers } from './answers';
import type { Faults } from './faults';

/** What the local services run on. */
export interface ProvidersOptions extends LocalServicesState {
  /** Shared with the product; a call that is not signed with it is refused. */
  readonly secret: string;
  /** By service: `sign-in`, `real-name`, `health-code`, `card-issuer`, `face-check`. */
  readonly faults: Readonly<Record<string, Faults>>;
  /** A number in [0, 1). */
  readonly chance: () => number;
}

const clockSlackMs = 5 * 60_000;
const maxBody = 16 * 1024;

/**
 * Answers one HTTP request at `/providers/*` as the outside services would: signed, slow, refusing or away as told. Never
 * throws: a caller that timed out is simply gone.
 */
export async function serveProviders(options: ProvidersOptions, request: IncomingMessage, reply: ServerResponse) {
  const path = request.url ?? '';
  const service = path.split('/')[2] ?? '';
  const faults = options.faults[service];
  if (faults?.away) return request.socket.destroy();
  const body = await read(request).catch(() => undefined);
  if (body === undefined) return;
  if (faults && faults.delayMs > 0) await setTimeout(faults.delayMs, undefined, { ref: false });
  if (path === '/providers/sign-in/code') return issueCode(options, body, reply);
  const nonce = header(request, signatureHeaders.nonce);
  const { status, text } = outcome(options, faults, request, body);
  const secret = faults?.wronglySigned ? `${options.secret}x` : options.secret;
  const signature = mac(secret, replyText({ nonce, status, bodyDigest: digest(text) }));
  reply.writeHead(status, { 'content-type': 'application/json', [signatureHeaders.signature]: signature }).end(text);
}

function outcome(options: ProvidersOptions, faults: Faults | undefined, request: IncomingMessage, body: string) {
  const path = request.url ?? '';
  const answer = localServiceAnswers[path];
  if (!answer) return { status: 404, text: '{}' };
  if (!isSigned(options, request, path, body)) return { status: 401, text: '{}' };
  if (faults && options.chance() < faults.failRate) return { status: 503, text: '{}' };
  if (faults?.malformed) return { status: 200, text: '<html>' };
  return { status: 200, text: JSON.stringify(answer(options, parsed(body))) };
}

/** A phone asks for its one-time code, as `wx.login` does: no signature, it holds no secret. */
function issueCode(options: ProvidersOptions, body: string, reply: ServerResponse): void {
  const { subject } = parsed(body);
  const good = typeof subject === 'string' && /^[A-Za-z0-9._:-]{8,128}$/.test(subject);
  reply.writeHead(good ? 200 : 400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  reply.end(good ? JSON.stringify({ code: options.codes.issue(subject) }) : '{}');
}

function isSigned(options: ProvidersOptions, request: IncomingMessage, path: string, body: string): boolean {
  const timestamp = header(request, signatureHeaders.timestamp);
  if (Math.abs(Date.now() - Number(timestamp)) > clockSlackMs) return false;
  const nonce = header(request, signatureHeaders.nonce);
  const expected = mac(options.secret, callText({ path, timestamp, nonce, bodyDigest: digest(body) }));
  const given = header(request, signatureHeaders.signature);
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= maxBody) parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const mac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');
