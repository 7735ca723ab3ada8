import { openapi, partnerEndpoints } from '@tongcheng/shared/openapi';
import { openapiPage } from '@tongcheng/shared/openapi-page';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cspOf } from './page-policy.mjs';

const style = `body{font:16px/1.6 system-ui,sans-serif;color:#16202a;background:#f6f8fa;margin:0}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem}h1 small{color:#5b6670;font-weight:400}
a{color:#0f5c8c}nav a{margin-right:1rem}article{background:#fff;border:1px solid #d7dde3;border-radius:8px;padding:.25rem 1rem;margin:.75rem 0}
.access{color:#5b6670}code{font:14px ui-monospace,monospace}table{border-collapse:collapse}td{padding:.25rem .75rem .25rem 0;vertical-align:top}`;

const sendPage = (reply: FastifyReply, page: string) =>
  reply.header('content-security-policy', cspOf(page)).type('text/html; charset=utf-8').send(page);

/** The interface for machines at `/openapi.json` and for people at `/docs/`, that of partner systems apart at `/docs/partners`; made when first asked for, not while the host starts. */
export function serveDocuments(server: FastifyInstance): void {
  let [machine, page, partners, partnersPage] = new Array<string | undefined>(4);
  const sendMachine = (_request: FastifyRequest, reply: FastifyReply) => {
    machine ??= JSON.stringify(openapi());
    return reply.type('application/json; charset=utf-8').send(machine);
  };
  server.get('/openapi.json', sendMachine);
  server.get('/docs/openapi.json', sendMachine);
  server.get('/docs/docs.css', (_request, reply) => reply.type('text/css').send(style));
  server.get('/docs', (_request, reply) => reply.redirect('/docs/'));
  server.get('/docs/openapi-partners.json', (_request, reply) => {
    partners ??= JSON.stringify(openapi(partnerEndpoints));
    return reply.type('application/json; charset=utf-8').send(partners);
  });
  server.get('/docs/partners', (_request, reply) => {
    partnersPage ??= openapiPage(partnerEndpoints, 'openapi-partners.json');
    return sendPage(reply, partnersPage);
  });
  server.get('/docs/', (_request, reply) => {
    page ??= openapiPage();
    return sendPage(reply, page);
  });
}
