import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Faults, noFaults } from '../faults';
import { oneTimeCodes } from '../one-time-codes';
import type { PlatformPeople } from '../platform-people';
import { fieldsOf, readRequest } from '../read-request';
import { answers, refusal } from './answers';
import type { WechatKnowledge } from './knowledge';
import { type StableTokens, stableTokens } from './stable-tokens';

/** Of which app, whose users, and at which time. */
export interface WechatOptions {
  readonly appId: string;
  readonly secret: string;
  readonly people: PlatformPeople;
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  /** Operations beside those of every demonstration. */
  readonly more?: typeof answers;
}

/** WeChat's server interface, and what WeChat does on a phone. */
export interface WechatStandIn {
  serve(request: IncomingMessage, reply: ServerResponse): Promise<void>;
  /** The code of `wx.login`. */
  login(subject: string): string;
  /** The code of the button `open-type="getPhoneNumber"`, once its user agreed. */
  agreeToPhone(subject: string): string;
  readonly tokens: StableTokens;
  readonly faults: Faults;
}

/** Codes of both kinds live five minutes. */
const codeLivesMs = 5 * 60_000;
const newCode = () => randomBytes(16).toString('hex');

/** A stand-in over some users; it speaks WeChat's own protocol and numbers. */
export function wechatStandIn(options: WechatOptions): WechatStandIn {
  const known: WechatKnowledge = {
    ...options,
    logins: oneTimeCodes(options.now, newCode, codeLivesMs),
    phones: oneTimeCodes(options.now, newCode, codeLivesMs),
    tokens: stableTokens(options.now, () => `88_${randomBytes(48).toString('base64url')}`),
    faults: noFaults(),
    asked: new Map(),
  };
  return {
    serve: (request, reply) => serve(known, request, reply),
    login: (subject) => known.logins.issue(subject),
    agreeToPhone: (subject) => known.phones.issue(subject),
    tokens: known.tokens,
    faults: known.faults,
  };
}

async function serve(known: WechatKnowledge, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const { faults } = known;
  if (faults.away) {
    request.socket.destroy();
    return;
  }
  const body = await readRequest(request).catch(() => undefined);
  if (body === undefined) return;
  if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wechat.invalid');
  reply.setHeader('content-type', 'application/json; charset=utf-8');
  if (faults.rubbish) reply.end('<html>');
  else reply.end(JSON.stringify(answerOf(known, pathname, { query: searchParams, body: fieldsOf(body) })));
}

function answerOf(known: WechatKnowledge, path: string, asked: Parameters<NonNullable<(typeof answers)[string]>>[1]) {
  const answer = answers[path] ?? known.more?.[path];
  if (!answer) return refusal(40066, 'invalid url');
  if (known.faults.throttled) return refusal(45009, 'reach max api daily quota limit');
  if (known.chance() < known.faults.failRate) return refusal(-1, 'system error');
  return answer(known, asked);
}
