import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { codeReaderPolicy, cspOf, pageNeeds } from './page-policy.mjs';

/** One application of static files: where it is served, from which folder, which page it opens with. */
export interface StaticApp {
  readonly at: keyof typeof pageNeeds;
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

/** A name that changes with the content: such a file is fetched once and never asked for again. */
const hashedName = /[.-][0-9A-Za-z]{8}\.(?:js|css|woff2?|png|svg|wasm)$/;
/** The script of the thread that reads codes; a thread has the policy of its own answer. */
const codeReader = /^js\/code-reader\.[0-9a-f]{8}\.js$/;
const forEver = 'public, max-age=31536000, immutable';

/** Serves the apps, compressed; each page with its own content security policy. Operations are never compressed. */
export async function servePages(server: FastifyInstance, apps: readonly StaticApp[]): Promise<void> {
  await server.register(async (pages) => {
    await pages.register(compress, { encodings: ['gzip', 'identity'], threshold: 1_024 });
    await pages.register(fastifyStatic, {
      root: [...new Set(apps.map((app) => app.folder))],
      serve: false,
      cacheControl: false,
      dotfiles: 'ignore',
    });
    for (const app of apps) serveApp(pages, app);
  });
}

function serveApp(server: FastifyInstance, app: StaticApp): void {
  server.get(app.at, (_request, reply) => reply.redirect(`${app.at}/`));
  server.get(`${app.at}/`, (_request, reply) => open(reply, app));
  server.get<{ Params: { '*': string } }>(`${app.at}/*`, (request, reply) => {
    const name = request.params['*'];
    // Pages are opened by their address only: with their policy, and only where this installation has them.
    if (/\.html?$/i.test(name)) return reply.callNotFound();
    // The app's service worker looks after links of posted codes too, which are outside its folder (decision 109).
    if (name === 'sw.js') reply.header('service-worker-allowed', '/');
    if (codeReader.test(name)) reply.header('content-security-policy', codeReaderPolicy);
    return reply.header('cache-control', hashedName.test(name) ? forEver : 'no-cache').sendFile(name, app.folder);
  });
}

function open(reply: FastifyReply, app: StaticApp): FastifyReply {
  const page = join(app.folder, app.page);
  if (!existsSync(page))
    return reply.code(404).type('text/plain; charset=utf-8').send(`还没有构建 not built: ${app.at}`);
  const html = readFileSync(page, 'utf8');
  return reply
    .header('content-security-policy', cspOf(html, pageNeeds[app.at]))
    .header('cache-control', 'no-cache')
    .header('permissions-policy', 'camera=(self), geolocation=(self), screen-wake-lock=(self)')
    .type('text/html; charset=utf-8')
    .send(html);
}
