import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';

/**
 * `GET /metrics` as Prometheus text: for this machine itself, or for whoever brings the installation's token. A request that a
 * proxy passed on is never this machine's, whatever address it comes from.
 */
export function serveMetrics(server: FastifyInstance, registry: Registry, token: string | undefined): void {
  server.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !bringsToken(request, token)) return reply.callNotFound();
    const text = await registry.metrics();
    return reply.header('cache-control', 'no-store').type(registry.contentType).send(text);
  });
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const ofProxies = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'] as const;

const isLocal = ({ socket, headers }: FastifyRequest): boolean =>
  loopback.has(socket.remoteAddress ?? '') && ofProxies.every((name) => headers[name] === undefined);

const bringsToken = ({ headers }: FastifyRequest, token: string | undefined): boolean =>
  token !== undefined && timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));

const digest = (text: string) => createHash('sha256').update(text).digest();
