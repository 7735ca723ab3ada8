import { answerDownload } from '@tongcheng/cloudfunctions/edge/downloads';
import { publishedLists } from '@tongcheng/shared/passes/published-lists';
import type { FastifyInstance } from 'fastify';
import { type ApiHandlerNeeds, send } from './api-handler';

/**
 * `GET /passes/trust-list` and `GET /passes/status-lists/<city>`: the signed lists that validators go by, for caches and makers’ programs, with an
 * entity tag. They take a place among the requests under way like every operation.
 */
export function serveLists(
  server: FastifyInstance,
  {
    answer,
    addressOf,
    limit,
    refuseOverload,
  }: Pick<ApiHandlerNeeds, 'answer' | 'addressOf' | 'limit' | 'refuseOverload'>,
): void {
  for (const { path, ofCity } of publishedLists)
    server.get(ofCity ? `${path}/:city` : path, async (request, reply) => {
      const retryAfter = limit.refuse();
      if (retryAfter !== undefined) return send(reply, refuseOverload(retryAfter));
      const end = limit.begin(0);
      const held = request.headers['if-none-match'];
      const asked = { path: request.url, held, address: addressOf(request.raw) };
      const answered = await answerDownload(answer, asked).finally(end);
      if (!answered) return reply.callNotFound();
      return reply.code(answered.status).headers(answered.headers).send(answered.body);
    });
}
