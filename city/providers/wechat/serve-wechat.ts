import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Faults, noFaults } from '../faults';
import { oneTimeCodes } from '../one-time-codes';
import type { PlatformPeople } from '../platform-people';
import { fieldsOf, readRequest } from '../read-request';
import { wechatAnswers, wechatRefusal } from './answers';
import { type StableTokens, stableTokens } from './stable-tokens';
import type { WechatState } from './state';

/** Of which app, whose users, and at which time. */
export interface WechatOptions {
  readonly appId: string;
  readonly secret: string;
  readonly people: PlatformPeople;
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  /** Operations beside those of every demonstration. */
  readonly more?: typeof wechatAnswers;
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
  const state: WechatState = {
    ...options,
    logins: oneTimeCodes(options.now, newCode, codeLivesMs),
    phones: oneTimeCodes(options.now, newCode, codeLivesMs),
    tokens: stableTokens(options.now, () => `88_${randomBytes(48).toString('base64url')}`),
    faults: noFaults(),
    asked: new Map(),
  };
  return {
    serve: (request, reply) => serve(state, request, reply),
    login: (subject) => state.logins.issue(subject),
    agreeToPhone: (subject) => state.phones.issue(subject),
    tokens: state.tokens,
    faults: state.faults,
  };
}

async function serve(state: WechatState, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const { faults } = state;
  if (faults.away) {
    request.socket.destroy();
    return;
  }
  const body = await readRequest(request).catch(() => undefined);
  if (body === undefined) return;
  if (faults.delayMs > 0) await setTimeout(faults.delayMs, undefined, { ref: false });
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wechat.invalid');
  reply.setHeader('content-type', 'application/json; charset=utf-8');
  if (faults.malformed) reply.end('<html>');
  else reply.end(JSON.stringify(answerOf(state, pathname, { query: searchParams, body: fieldsOf(body) })));
}

function answerOf(state: WechatState, path: string, asked: Parameters<NonNullable<(typeof wechatAnswers)[string]>>[1]) {
  const answer = wechatAnswers[path] ?? state.more?.[path];
  if (!answer) return wechatRefusal(40066, 'invalid url');
  if (state.faults.throttled) return wechatRefusal(45009, 'reach max api daily quota limit');
  if (state.chance() < state.faults.failRate) return wechatRefusal(-1, 'system error');
  return answer(state, asked);
}
