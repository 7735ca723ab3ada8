import type { FastifyInstance } from 'fastify';

/** `/R/<CODE>`, the link inside a posted code: the phone's own scanner opens the rider's app straight at the scan. */
export function serveRideCodeLinks(server: FastifyInstance): void {
  const open = (code: string) => `/app/#/pages/scan/index?code=${encodeURIComponent(code)}`;
  for (const path of ['/R/:code', '/r/:code'])
    server.get<{ Params: { code: string } }>(path, (request, reply) => reply.redirect(open(request.params.code)));
}
