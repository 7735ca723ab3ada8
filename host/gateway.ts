import { createServer, type RequestListener } from 'node:http';
import type { EdgeReply, EdgeRequest } from '@tongcheng/cloudfunctions/edge/request';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import fastify, { type FastifyInstance } from 'fastify';
import { type ApiHandlerNeeds, makeAddressOf, makeApiHandler } from './api-handler';
import { serveDocuments } from './documents';
import { drainAtClose } from './drain';
import { type HostHealth, makeHostHealth, serveHealth } from './health';
import { serveLists } from './list-downloads';
import { type LoadLimit, makeLoadLimit } from './load-limit';
import { serveObjects } from './object-links';
import type { HostOptions } from './options';
import { type StaticApp, safeHeaders, servePages } from './pages';
import { servePlatformFiles } from './platform-files';
import { productPath } from './product-folder';
import { refuseAddress, refuseApiRequest, refuseOverload, refuseUnreadable, serveRefusals } from './refusals';

/** Pages of every installation. */
const apps: readonly StaticApp[] = [
  { at: '/app', folder: productPath('dist/h5'), page: 'index.html' },
  { at: '/verify', folder: productPath('dist/console'), page: 'verify.html' },
  { at: '/console', folder: productPath('dist/console'), page: 'console.html' },
  { at: '/open', folder: productPath('dist/console'), page: 'open.html' },
];
/** Pages of the simulated city. */
const cityApps: readonly StaticApp[] = [
  { at: '/wall', folder: productPath('dist/console'), page: 'wall.html' },
  { at: '/mail', folder: productPath('dist/console'), page: 'mail.html' },
];

/**
 * Who sends slowly holds a connection no longer than this; a whole sheet of venues over a bad line takes seconds. Node looks for such
 * connections every thirty seconds unless it is told to look more often.
 */
export const serverTimeouts = {
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 500,
} as const;
/** Said once: all riders behind a proxy that nobody named share its address, and its limits. */
const untrustedPeer =
  'X-Forwarded-For of a peer that is not trusted is not believed; if it is a proxy of yours, name it with --trusted-proxy';
/** Below the usual limit of open files, which the store needs too. */
const maxConnections = 10_000;

/**
 * One server for everything: operations, pages, files, documents, health. Not listening yet. The address of a caller is that
 * of the connection; headers of proxies are believed only from the proxies that the options name.
 */
export async function makeGateway(
  answer: (request: EdgeRequest) => Promise<EdgeReply>,
  container: Container,
  options: Pick<HostOptions, 'city' | 'trustedProxies' | 'platformFiles'> & { readonly health?: HostHealth },
  limit: LoadLimit = makeLoadLimit(() => performance.now()),
): Promise<FastifyInstance> {
  const trustProxy = options.trustedProxies ? [...options.trustedProxies] : false;
  const health = options.health ?? makeHostHealth(container);
  let closing = false;
  const handling: ApiHandlerNeeds = {
    answer,
    addressOf: makeAddressOf(options.trustedProxies, () => container.log.event('warning', untrustedPeer)),
    refuse: refuseApiRequest(container),
    refuseOverload: refuseOverload(container),
    limit,
    isClosing: () => closing || health.isLeaving(),
  };
  const operations = makeApiHandler(handling);
  const server = fastify({
    serverFactory: (pages: RequestListener) =>
      createServer(serverTimeouts, (request, response) => operations(request, response) || pages(request, response)),
    trustProxy,
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: refuseAddress(container),
    clientErrorHandler: refuseUnreadable,
  });
  const drain = drainAtClose(server.server);
  server.addHook('preClose', () => {
    closing = true;
    return drain();
  });
  server.server.maxConnections = maxConnections;
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(safeHeaders);
    done();
  });
  serveRefusals(server, container);
  serveObjects(server, container.objects);
  serveLists(server, handling);
  serveDocuments(server);
  servePlatformFiles(server, options.platformFiles);
  serveRideCodeLinks(server);
  serveHealth(server, health);
  await servePages(server, options.city ? [...apps, ...cityApps] : apps);
  server.get('/', (_request, reply) => reply.redirect(options.city ? '/wall/' : '/app/'));
  return server;
}

/** `/R/<CODE>`, the link inside a posted code: the phone's own scanner opens the rider's app straight at the scan. */
function serveRideCodeLinks(server: FastifyInstance): void {
  const open = (code: string) => `/app/#/pages/scan/index?code=${encodeURIComponent(code)}`;
  for (const path of ['/R/:code', '/R/:code/', '/r/:code', '/r/:code/'])
    server.get<{ Params: { code: string } }>(path, (request, reply) => reply.redirect(open(request.params.code)));
}
