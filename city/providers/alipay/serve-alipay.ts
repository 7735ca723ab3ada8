import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Faults, noFaults } from '../faults';
import { oneTimeCodes } from '../one-time-codes';
import { readRequest } from '../read-request';
import { type AlipayAnswer, answers, refusals } from './answers';
import type { AlipayKnowledge, AlipayScope } from './knowledge';
import { isSignedBy, signedReply } from './sign';

/** Of which app, with which keys, whose users, and at which time. */
export interface AlipayOptions
  extends Pick<AlipayKnowledge, 'appId' | 'appPublicKey' | 'privateKey' | 'people' | 'now' | 'chance' | 'more'> {
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
  const known: AlipayKnowledge = {
    ...options,
    codes: oneTimeCodes(options.now, () => randomBytes(16).toString('hex'), codeLivesMs),
    tokens: new Map(),
    withdrawn: new Set(),
    faults: noFaults(),
  };
  return {
    serve: (request, reply) => serve(known, options.wrongKey, request, reply),
    authCode: (subject, scope) => {
      if (scope === 'auth_user') known.withdrawn.delete(subject);
      return known.codes.issue({ subject, scope });
    },
    withdraw: (subject) => {
      known.withdrawn.add(subject);
    },
    faults: known.faults,
  };
}

async function serve(known: AlipayKnowledge, wrongKey: string, request: IncomingMessage, reply: ServerResponse) {
  const { faults } = known;
  if (faults.away) {
    request.socket.destroy();
    return;
  }
  const body = await readRequest(request).catch(() => undefined);
  if (body === undefined) return;
  if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
  const asked = new URL(request.url ?? '/', 'http://alipay.invalid').searchParams;
  for (const [name, value] of new URLSearchParams(body)) asked.set(name, value);
  const { under, answer } = answerOf(known, asked);
  const operation = `${(asked.get('method') ?? '').replaceAll('.', '_')}_response`;
  const key = faults.wronglySigned ? wrongKey : known.privateKey;
  reply.setHeader('content-type', 'text/html;charset=utf-8');
  reply.end(faults.rubbish ? '<html>' : signedReply(key, under === 'error' ? 'error_response' : operation, answer));
}

function answerOf(known: AlipayKnowledge, asked: URLSearchParams): AlipayAnswer {
  if (asked.get('app_id') !== known.appId) return refusals.appId;
  if (!isSignedBy(known.appPublicKey, asked)) return refusals.signature;
  if (known.faults.throttled) return refusals.limited;
  if (known.chance() < known.faults.failRate) return refusals.away;
  const method = asked.get('method') ?? '';
  const answer = answers[method] ?? known.more?.[method];
  return answer ? answer(known, asked) : refusals.method;
}
