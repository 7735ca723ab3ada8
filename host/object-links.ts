import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { FastifyInstance } from 'fastify';

const expired = '这个链接已失效，请回到原处重新打开。 This link has expired; go back and open it again.';

/** Files are deleted when their day is forgotten; or the hosts do not share their files. */
const notHere =
  '这个文件已不在：它已按期删除；若刚刚生成，请告诉管理员各主机没有共用文件目录。 This file is not here: it was deleted in due time. If it was made just now, tell your administrator that the hosts do not share their files.';

/**
 * `/objects/…`: files by expiring signed links, as downloads and never cached; nothing where the storage serves its own. A download that broke
 * off goes on from where it was (`Range`), while the file is the same (`If-Range` with its `ETag`).
 */
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
    const etag = etagOf(opened.key, kept.bytes);
    const from = fromOf(request.headers, etag, kept.bytes);
    reply
      .header('cache-control', 'no-store')
      .header('accept-ranges', 'bytes')
      .header('etag', etag)
      .header('content-length', kept.bytes - from)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(opened.fileName)}`)
      .type(kept.contentType);
    if (from > 0) reply.code(206).header('content-range', `bytes ${from}-${kept.bytes - 1}/${kept.bytes}`);
    return reply.send(after(await objects.get(opened.key), from));
  });
}

/** Of a file that is written once under its key the key says which it is; of one that is replaced mostly its length does, and links to it are new then. */
const etagOf = (key: string, bytes: number): string =>
  `"${createHash('sha256').update(`${key}\n${bytes}`).digest('base64url').slice(0, 22)}"`;

interface Asked {
  readonly range?: string | undefined;
  readonly 'if-range'?: string | string[] | undefined;
}

/** From which byte on is asked for: only the rest of a file; whatever else is asked is answered by the whole, as a range may be. */
function fromOf({ range, 'if-range': ifRange }: Asked, etag: string, bytes: number): number {
  const from = Number(/^bytes=(\d{1,12})-$/.exec(range ?? '')?.[1] ?? 0);
  const isSame = ifRange === undefined || ifRange === etag;
  return isSame && from < bytes ? from : 0;
}

/** What of a stream comes after so many bytes. */
function after(content: Readable, from: number): Readable {
  if (from === 0) return content;
  let left = from;
  const skipping = new Transform({
    transform(piece: Buffer, _encoding, done) {
      const rest = piece.subarray(Math.min(left, piece.length));
      left -= piece.length - rest.length;
      done(null, rest);
    },
  });
  content.on('error', (fault) => skipping.destroy(fault));
  return content.pipe(skipping);
}
