import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { FastifyInstance } from 'fastify';

const expired = '这个链接已失效，请回到原处重新打开。 This link has expired; go back and open it again.';

/** Files are deleted when their day is forgotten; or the hosts do not share their files. */
const notHere =
  '这个文件已不在：它已按期删除；若刚刚生成，请告诉管理员各主机没有共用文件目录。 This file is not here: it was deleted in due time. If it was made just now, tell your administrator that the hosts do not share their files.';

/** `/objects/…`: files by expiring signed links, as downloads and never cached; nothing where the storage serves its own. */
export function serveObjects(server: FastifyInstance, objects: Container['objects']): void {
  const { openLink } = objects;
  if (!openLink) return;
  server.get('/objects/*', async (request, reply) => {
    const opened = openLink(request.url);
    const kept = opened && (await objects.head(opened.key));
    if (!opened || !kept)
      return reply
        .code(410)
        .type('text/plain; charset=utf-8')
        .send(opened ? notHere : expired);
    return reply
      .header('cache-control', 'no-store')
      .header('content-length', kept.bytes)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(opened.fileName)}`)
      .type(kept.contentType)
      .send(await objects.get(opened.key));
  });
}
