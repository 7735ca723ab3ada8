import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Faults, noFaults } from '../faults';
import { oneTimeCodes } from '../one-time-codes';
import { readRequest } from '../read-request';
import { alipayAnswers, alipayRefusals } from './answers';
import { isSignedByApp, signedReply } from './sign';
import type { AlipayAnswer, AlipayScope, AlipayState } from './state';

/** Of which app, with which keys, whose users, and at which time. */
export interface AlipayOptions
  extends Pick<AlipayState, 'appId' | 'appPublicKey' | 'privateKey' | 'people' | 'now' | 'chance' | 'more'> {
  /** A key that is not Alipay's, for replies that are wrongly signed. */
  readonly wrongKey: string;
}

/** Alipay's gateway, and what Alipay does on a phone. */
export interface AlipayStandIn {
  serve(request: IncomingMessage, reply: ServerResponse): Promise<void>;
  /** The code of `my.getAuthCode`: silent for `auth_base`, after the user's tap for `auth_user`. */
  authCode(subject: string, scope: AlipayScope): string;
  /** The user takes every grant back in Alipay's settings. */
  withdraw(subject: string): void;
  readonly faults: Faults;
}

/** The shortest time that Alipay promises for a code. */
const codeLivesMs = 3 * 60_000;

/** A stand-in over some users; it speaks the gateway's own protocol and proves every question. */
export function alipayStandIn(options: AlipayOptions): AlipayStandIn {
  const state: AlipayState = {
    ...options,
    codes: oneTimeCodes(options.now, () => randomBytes(16).toString('hex'), codeLivesMs),
    tokens: new Map(),
    withdrawn: new Set(),
    faults: noFaults(),
  };
  return {
    serve: (request, reply) => serve(state, options.wrongKey, request, reply),
    authCode: (subject, scope) => {
      if (scope === 'auth_user') state.withdrawn.delete(subject);
      return state.codes.issue({ subject, scope });
    },
    withdraw: (subject) => {
      state.withdrawn.add(subject);
    },
    faults: state.faults,
  };
}

async function serve(state: AlipayState, wrongKey: string, request: IncomingMessage, reply: ServerResponse) {
  const { faults } = state;
  if (faults.away) {
    request.socket.destroy();
    return;
  }
  const body = await readRequest(request).catch(() => undefined);
  if (body === undefined) return;
  if (faults.delayMs > 0) await setTimeout(faults.delayMs, undefined, { ref: false });
  const asked = new URL(request.url ?? '/', 'http://alipay.invalid').searchParams;
  for (const [name, value] of new URLSearchParams(body)) asked.set(name, value);
  const { under, answer } = answerOf(state, asked);
  const operation = `${(asked.get('method') ?? '').replaceAll('.', '_')}_response`;
  const key = faults.wronglySigned ? wrongKey : state.privateKey;
  reply.setHeader('content-type', 'text/html;charset=utf-8');
  reply.end(faults.malformed ? '<html>' : signedReply(key, under === 'error' ? 'error_response' : operation, answer));
}

function answerOf(state: AlipayState, asked: URLSearchParams): AlipayAnswer {
  if (asked.get('app_id') !== state.appId) return alipayRefusals.appId;
  if (!isSignedByApp(state.appPublicKey, asked)) return alipayRefusals.signature;
  if (state.faults.throttled) return alipayRefusals.limited;
  if (state.chance() < state.faults.failRate) return alipayRefusals.away;
  const method = asked.get('method') ?? '';
  const answer = alipayAnswers[method] ?? state.more?.[method];
  return answer ? answer(state, asked) : alipayRefusals.method;
}
