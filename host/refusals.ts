import type { Socket } from 'node:net';
import { type EdgeNeeds, refusal } from '@tongcheng/cloudfunctions/edge/answer';
import type { EdgeReply } from '@tongcheng/cloudfunctions/edge/request';
import { fail } from '@tongcheng/shared/result';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { send } from './api-handler';
import { safeHeaders } from './pages';

type Needs = Pick<EdgeNeeds, 'clock' | 'log'>;

/** What the gateway itself refuses, in the same form as every other refusal under `/api/`, and as a sentence elsewhere. */
export function serveRefusals(server: FastifyInstance, { clock, log }: Needs): void {
  server.setNotFoundHandler((request, reply) => {
    if (isOperation(request)) return send(reply, refusal(fail('unknown-operation').failure, clock.now()));
    return sentence(reply, 404, nowhere);
  });
  server.setErrorHandler((fault, request, reply) => {
    const status = statusOf(fault);
    if (status >= 500) log.event('fault', 'the gateway failed', { fault: faultText(fault) });
    if (isOperation(request)) return send(reply, refusal(fail(codeOf(status)).failure, clock.now()));
    if (status < 500)
      return sentence(reply, status, '这个地址或内容不对。 This address or what was sent does not fit.');
    return sentence(
      reply,
      status,
      '服务出了问题，请稍后再试。 Something went wrong on our side; please try again soon.',
    );
  });
}

/** What the handler of operations itself refuses; what the fault was goes to the log alone. */
export const refuseApiRequest =
  ({ clock, log }: Needs) =>
  (code: 'too-large' | 'fault', fault?: unknown): EdgeReply => {
    if (code === 'fault') log.event('fault', 'the gateway failed', { fault: faultText(fault) });
    return refusal(fail(code).failure, clock.now());
  };

/** For addresses that the framework cannot read, before there is any route. */
export const refuseAddress =
  ({ clock }: Needs) =>
  (_fault: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    reply.headers(safeHeaders);
    if (isOperation(request)) send(reply, refusal(fail('unknown-operation').failure, clock.now()));
    else sentence(reply, 404, nowhere);
  };

const isOperation = (request: FastifyRequest): boolean => request.url.startsWith('/api/');
const nowhere = '没有这个页面。 There is no such page.';

const codeOf = (status: number) => (status >= 500 ? 'fault' : status === 413 ? 'too-large' : 'invalid-input');

const faultText = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.name) : 'not an Error');

/** The status that the framework gave a refusal of its own, such as a body that is too long. */
function statusOf(fault: unknown): number {
  const found = typeof fault === 'object' && fault !== null && 'statusCode' in fault ? Number(fault.statusCode) : 500;
  return found >= 400 && found < 600 ? found : 500;
}

const sentence = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(text);

/** A request for which there is no room; the time to come again stands in the body too, because phones' platforms hide headers. */
export const refuseOverload =
  ({ clock }: Needs) =>
  (retryAfterSeconds: number): EdgeReply =>
    refusal(fail('overloaded', { retryAfterSeconds }).failure, clock.now());

/** A caller that goes on sending is cut off after this. */
const lingerMs = 1_000;

const unreadable = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', '请求没有在时限内到齐。 The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', '请求头太长。 The headers are too long.'],
  other: ['400 Bad Request', '这不是一个能读懂的请求。 This is no request that can be read.'],
} as const;

/**
 * Answers what is no HTTP, has too long headers or does not come in time. The connection closes when the caller has stopped sending: to close it
 * over bytes that nobody read would reset it, and the answer with it.
 */
export function refuseUnreadable(fault: Error & { readonly code?: string }, socket: Socket): void {
  // Each further piece of what could not be read comes here too.
  if (fault.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const [status, text] =
    fault.code === 'HPE_HEADER_OVERFLOW' || fault.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? unreadable[fault.code]
      : unreadable.other;
  const head = `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${text}`);
  const cut = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(cut)).resume();
}
