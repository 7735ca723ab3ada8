import type { FastifyReply } from 'fastify';
import { cspOf } from '../page-policy.mjs';

/** Readable on a phone, each link as large as a finger. */
const style = `body{font:18px/1.7 system-ui,sans-serif;color:#16202a;margin:0 auto;max-width:32rem;padding:1.5rem}
a{display:block;padding:.75rem 1rem;border:1px solid #0f5c8c;border-radius:8px;color:#0f5c8c}`;

/** A page of an outside service as the simulated city has it; `words` is HTML. */
export const standInPage = (reply: FastifyReply, title: string, words: string): FastifyReply => {
  const html = `<!doctype html><html lang="zh" translate="no"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>${words}</html>`;
  return reply
    .header('content-security-policy', cspOf(html))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
};
