import type { Endpoint } from '@tongcheng/shared/endpoint';
import { gateEndpoints, openapi, partnerEndpoints } from '@tongcheng/shared/openapi';
import { openapiPage } from '@tongcheng/shared/openapi-page';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cspOf } from './page-policy.mjs';

const style = `body{font:16px/1.6 system-ui,sans-serif;color:#16202a;background:#f6f8fa;margin:0}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem}h1 small{color:#5b6670;font-weight:400}
a{color:#0f5c8c}nav a{margin-right:1rem}article{background:#fff;border:1px solid #d7dde3;border-radius:8px;padding:.25rem 1rem;margin:.75rem 0}
.access{color:#5b6670}code{font:14px ui-monospace,monospace}table{border-collapse:collapse}td{padding:.25rem .75rem .25rem 0;vertical-align:top}`;

const sendPage = (reply: FastifyReply, page: string) =>
  reply.header('content-security-policy', cspOf(page)).type('text/html; charset=utf-8').send(page);

/** The interface for machines at `/openapi.json` and for people at `/docs/`, what partner systems and makers of gates call apart at `/docs/partners` and `/docs/gates`; made when first asked for, not while the host starts. */
export function serveDocuments(server: FastifyInstance): void {
  let [machine, page] = new Array<string | undefined>(2);
  const sendMachine = (_request: FastifyRequest, reply: FastifyReply) => {
    machine ??= JSON.stringify(openapi());
    return reply.type('application/json; charset=utf-8').send(machine);
  };
  server.get('/openapi.json', sendMachine);
  server.get('/docs/openapi.json', sendMachine);
  server.get('/docs/docs.css', (_request, reply) => reply.type('text/css').send(style));
  server.get('/docs', (_request, reply) => reply.redirect('/docs/'));
  servePart(server, 'partners', partnerEndpoints);
  servePart(server, 'gates', gateEndpoints);
  server.get('/docs/', (_request, reply) => {
    page ??= openapiPage();
    return sendPage(reply, page);
  });
}

/** A part of the interface, for machines and for people, with nothing else in it. */
function servePart(server: FastifyInstance, name: string, part: readonly Endpoint[]): void {
  let [machine, page] = new Array<string | undefined>(2);
  server.get(`/docs/openapi-${name}.json`, (_request, reply) => {
    machine ??= JSON.stringify(openapi(part));
    return reply.type('application/json; charset=utf-8').send(machine);
  });
  server.get(`/docs/${name}`, (_request, reply) => {
    page ??= openapiPage(part, `openapi-${name}.json`);
    return sendPage(reply, page);
  });
}
