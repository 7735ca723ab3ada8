import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { EdgeReply, EdgeRequest } from '@tongcheng/cloudfunctions/edge/request';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import fastify, { type FastifyInstance } from 'fastify';
import { bodyLimitBytes, serveApi } from './api-door';
import { serveDocuments } from './documents';
import { serveObjects } from './object-links';
import { type App, safeHeaders, servePages } from './pages';
import { at } from './places';
import { serveRideCodeLinks } from './ride-code-links';

/** Pages of every installation. */
const apps: readonly App[] = [
  { at: '/app', folder: at('dist/h5'), page: 'index.html' },
  { at: '/verify', folder: at('dist/console'), page: 'verify.html' },
  { at: '/console', folder: at('dist/console'), page: 'console.html' },
];
/** Pages of the simulated city. */
const cityApps: readonly App[] = [
  { at: '/wall', folder: at('dist/console'), page: 'wall.html' },
  { at: '/mail', folder: at('dist/console'), page: 'mail.html' },
];

/** One door for everything: operations, pages, files, documents, health. Not listening yet. */
export async function makeGateway(
  answer: (request: EdgeRequest) => Promise<EdgeReply>,
  container: Container,
  withCity: boolean,
): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: bodyLimitBytes, keepAliveTimeout: 65_000, forceCloseConnections: 'idle' });
  server.addHook('onSend', async (_request, reply) => {
    reply.headers(safeHeaders);
  });
  serveApi(server, answer);
  serveObjects(server, container.objects);
  serveDocuments(server);
  serveRideCodeLinks(server);
  serveHealth(server, container);
  await servePages(server, withCity ? [...apps, ...cityApps] : apps);
  server.get('/', (_request, reply) => reply.redirect(withCity ? '/wall/' : '/app/'));
  return server;
}

/** `GET /health`: 200 while the store answers, for whoever watches or balances. */
function serveHealth(server: FastifyInstance, { store }: Container): void {
  server.get('/health', async (_request, reply) => {
    const alive = await store.days(scans).then(
      () => true,
      () => false,
    );
    return reply
      .code(alive ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: alive });
  });
}
