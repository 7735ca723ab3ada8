import type { EdgeReply, EdgeRequest } from '@tongcheng/cloudfunctions/edge/request';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Bodies are read up to here; what an operation allows is less and is checked at the edge. */
const bodyLimitBytes = 2 * 1024 * 1024;

/** `POST /api/<name>`: the one door of every operation. */
export function serveApi(server: FastifyInstance, answer: (request: EdgeRequest) => Promise<EdgeReply>): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.post<{ Params: { name: string } }>('/api/:name', { bodyLimit: bodyLimitBytes }, async (request, reply) =>
    send(reply, await answer(edgeRequest(request.params.name, request))),
  );
}

function edgeRequest(name: string, request: FastifyRequest): EdgeRequest {
  const body = typeof request.body === 'string' ? request.body : '';
  const bearer = bearerOf(request.headers.authorization);
  const asked = { name, body, bodyBytes: Buffer.byteLength(body), address: request.ip };
  return bearer === undefined ? asked : { ...asked, bearer };
}

const bearerOf = (header: string | undefined) =>
  header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;

/** Sends what the edge answered. */
export function send(reply: FastifyReply, answered: EdgeReply): FastifyReply {
  if (answered.retryAfterSeconds !== undefined) reply.header('retry-after', answered.retryAfterSeconds);
  return reply.code(answered.status).headers(apiHeaders).send(answered.body);
}

const apiHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
