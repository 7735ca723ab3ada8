import type { FastifyInstance } from 'fastify';
import type { Mailbox } from './mailbox/mailbox';

/** The local mailbox for its web view: a list, and each attachment. Only where the host runs a mailbox of its own. */
export function serveMail(server: FastifyInstance, mailbox: Mailbox): void {
  server.get('/mail/messages.json', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(await mailbox.list()),
  );
  server.get<{ Params: { id: string; index: string } }>('/mail/:id/:index', async (request, reply) => {
    const found = await mailbox.attachment(request.params.id, Number(request.params.index));
    if (!found) return reply.code(404).type('text/plain; charset=utf-8').send('没有这个附件 no such attachment');
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`)
      .type(found.contentType)
      .send(Buffer.from(found.content));
  });
}
