import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type FileRequest = FastifyRequest<{ Params: { file: string } }>;

/**
 * Files by which a platform sees that the domain is ours, from the folder of `--platform-files`: WeChat looks for its own below the prefix of
 * ordinary links (`/R/AbCdEf1234.txt`), others at the top. A name with an ending is never a ride code, so without such a file there is none.
 */
export function servePlatformFiles(server: FastifyInstance, folder: string | undefined): void {
  const send = async (request: FileRequest, reply: FastifyReply) => {
    const text = folder === undefined ? undefined : await readOrAbsent(join(folder, request.params.file));
    if (text === undefined) return reply.callNotFound();
    return reply.type('text/plain; charset=utf-8').send(text);
  };
  for (const below of ['/R', '/r', '']) server.get(`${below}/:file(^[\\w-]{1,80}\\.txt$)`, send);
}

const readOrAbsent = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
