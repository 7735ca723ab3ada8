import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { cspOf } from './csp';

/** One application of static files: where it is served, from which folder, which page it opens with. */
export interface App {
  readonly at: string;
  readonly folder: string;
  readonly page: string;
}

/** Headers that every answer of ours carries. */
export const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Serves the apps; each page with its own content security policy. */
export async function servePages(server: FastifyInstance, apps: readonly App[]): Promise<void> {
  await server.register(fastifyStatic, { root: [...new Set(apps.map((app) => app.folder))], serve: false });
  for (const app of apps) serveApp(server, app);
}

function serveApp(server: FastifyInstance, app: App): void {
  const page = join(app.folder, app.page);
  const open = (reply: FastifyReply) => {
    if (!existsSync(page))
      return reply.code(404).type('text/plain; charset=utf-8').send(`还没有构建 not built: ${app.at}`);
    const html = readFileSync(page, 'utf8');
    return reply
      .header('content-security-policy', cspOf(html))
      .header('cache-control', 'no-cache')
      .header('permissions-policy', 'camera=(self), geolocation=(self), screen-wake-lock=(self)')
      .type('text/html; charset=utf-8')
      .send(html);
  };
  server.get(app.at, (_request, reply) => reply.redirect(`${app.at}/`));
  server.get(`${app.at}/`, (_request, reply) => open(reply));
  server.get<{ Params: { '*': string } }>(`${app.at}/*`, (request, reply) =>
    reply.header('cache-control', 'public, max-age=300').sendFile(request.params['*'], app.folder),
  );
}
