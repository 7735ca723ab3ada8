import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { EdgeReply, EdgeRequest } from '@tongcheng/cloudfunctions/edge/request';
import type { FastifyReply } from 'fastify';
import { readText } from './body-text';
import type { LoadLimit } from './load-limit';
import { safeHeaders } from './pages';

/** Bodies are read up to here; what an operation allows is less and is checked at the edge. */
const bodyLimitBytes = 2 * 1024 * 1024;

/** What the handler of operations takes. */
export interface ApiHandlerNeeds {
  readonly answer: (request: EdgeRequest) => Promise<EdgeReply>;
  readonly addressOf: AddressOf;
  /** A refusal of the handler itself, in the form of every other. */
  readonly refuse: (code: 'too-large' | 'fault', fault?: unknown) => EdgeReply;
  /** A refusal for want of room, with the seconds after which to come again. */
  readonly refuseOverload: (retryAfterSeconds: number) => EdgeReply;
  readonly limit: LoadLimit;
  /** True while the host is ending: connections are then not kept. */
  readonly isClosing: () => boolean;
}

/**
 * `POST /api/<name>`: the one way into every operation. It stands before the framework that serves pages, because a scan
 * passes here and nothing of the framework is needed for it (decision 015). False when a request is not for it.
 */
export const makeApiHandler =
  (needs: ApiHandlerNeeds) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url = '' } = request;
    if (method !== 'POST' || !url.startsWith('/api/')) return false;
    // Before its body is read: a refusal must cost next to nothing, and a slow sender takes nobody's place.
    const retryAfter = needs.limit.refuse();
    if (retryAfter !== undefined) {
      reply(response, needs.refuseOverload(retryAfter), needs.isClosing());
      return true;
    }
    readText(request, bodyLimitBytes, (body, bodyBytes) => {
      if (body === undefined) return reply(response, needs.refuse('too-large'), true);
      const end = needs.limit.begin(bodyBytes);
      needs
        .answer(edgeRequest(needs, request, nameIn(url), body, bodyBytes))
        .then(
          (answered) => reply(response, answered, needs.isClosing()),
          (fault: unknown) => reply(response, needs.refuse('fault', fault), true),
        )
        .finally(end);
    });
    return true;
  };

const nameIn = (url: string): string => {
  const end = url.indexOf('?');
  return url.slice('/api/'.length, end === -1 ? undefined : end);
};

function edgeRequest(needs: ApiHandlerNeeds, request: IncomingMessage, name: string, body: string, bodyBytes: number) {
  const asked = { name, body, bodyBytes, address: needs.addressOf(request) };
  const bearer = bearerOf(request.headers.authorization);
  return bearer === undefined ? asked : { ...asked, bearer };
}

const bearerOf = (header: string | undefined) =>
  header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;

const apiHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
/** Names and values in one list, as Node takes them without looking at each again. */
const sameForAll = Object.entries({ ...safeHeaders, ...apiHeaders }).flat();

function reply(response: ServerResponse, { status, body, retryAfterSeconds }: EdgeReply, last: boolean): void {
  const headers: string[] = [...sameForAll, 'content-length', String(Buffer.byteLength(body))];
  if (retryAfterSeconds !== undefined) headers.push('retry-after', String(retryAfterSeconds));
  if (last) headers.push('connection', 'close');
  response.writeHead(status, headers).end(body);
}

/** Sends through the framework what the edge answered, where a request never came to the handler above. */
export function send(reply: FastifyReply, answered: EdgeReply): FastifyReply {
  if (answered.retryAfterSeconds !== undefined) reply.header('retry-after', answered.retryAfterSeconds);
  return reply.code(answered.status).headers(apiHeaders).send(answered.body);
}

/** Whose address a request came from. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * That of the connection; where it is one of the proxies named, what they say of the one before them. The first time that somebody else says so, which
 * may be a proxy that nobody named, `notBelieved` is called.
 */
export const makeAddressOf = (
  trustedProxies: readonly string[] | undefined,
  notBelieved: () => void = () => undefined,
): AddressOf => {
  const trusts = trustedProxies ? proxyAddr.compile([...trustedProxies]) : () => false;
  let told = false;
  return (request) => {
    const { socket, headers } = request;
    const peer = socket.remoteAddress ?? 'unknown';
    if (headers['x-forwarded-for'] === undefined) return peer;
    if (trusts(peer, 0)) return proxyAddr(request, trusts) ?? 'unknown';
    if (!told) notBelieved();
    told = true;
    return peer;
  };
};
