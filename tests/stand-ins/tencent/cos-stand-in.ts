import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A file that was put, whole or in parts that were completed. */
interface PutFile {
  readonly host: string;
  readonly key: string;
  readonly bytes: Buffer;
}

/**
 * Tencent's object store (COS) over HTTP as its documents say, for tools that upload: one PUT, or an upload in parts. It recomputes the signature of each
 * request, or asks for the one that was handed out. Not verified against the live service.
 */
export async function openCosStandIn(isSigned: (request: IncomingMessage) => boolean) {
  const files: PutFile[] = [];
  const parts = new Map<string, Map<number, Buffer>>();
  const refused: string[] = [];
  const server = createServer((request, reply) => {
    void buffer(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cos');
      const key = decodeURIComponent(pathname).replace(/^\/+/, '');
      const put = (bytes: Buffer) => files.push({ host: String(request.headers['x-called-host']), key, bytes });
      const xml = (name: string, inside = '') => reply.end(`<?xml version="1.0"?><${name}>${inside}</${name}>`);
      if (!isSigned(request)) {
        refused.push(`${request.method} ${request.url}`);
        return reply.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      }
      reply.setHeader('content-type', 'application/xml').setHeader('etag', `"${hash('md5', body)}"`);
      if (request.method === 'POST' && searchParams.has('uploads')) {
        parts.set(key, new Map());
        return xml('InitiateMultipartUploadResult', `<Key>${key}</Key><UploadId>one</UploadId>`);
      }
      const part = Number(searchParams.get('partNumber') ?? 0);
      if (request.method === 'PUT' && part > 0) parts.get(key)?.set(part, body);
      else if (request.method === 'PUT') put(body);
      else if (request.method === 'POST') {
        put(Buffer.concat([...(parts.get(key) ?? [])].sort(([one], [other]) => one - other).map(([, bytes]) => bytes)));
        return xml('CompleteMultipartUploadResult', `<Key>${key}</Key><ETag>"1"</ETag>`);
      } else return xml('ListMultipartUploadsResult', '<IsTruncated>false</IsTruncated>');
      return reply.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint, close, files, refused };
}

const hash = (algorithm: string, of: string | Buffer) => createHash(algorithm).update(of).digest('hex');
const hmac = (key: string, of: string) => createHmac('sha1', key).update(of).digest('hex');

/** Whether a request bears COS's own signature (`q-sign-algorithm=sha1`) by this key. */
export function isSignedBy(
  secretId: string,
  secretKey: string,
  { headers, method, url = '/' }: IncomingMessage,
): boolean {
  const given = new URLSearchParams(headers.authorization ?? '');
  const of = (name: string) => given.get(name) ?? '';
  const { pathname, searchParams } = new URL(url, 'http://cos');
  const listed = (name: string, textOf: (each: string) => string) =>
    of(name)
      .split(';')
      .filter((each) => each !== '')
      .map((each) => `${each}=${encodeURIComponent(textOf(each))}`)
      .join('&');
  // The lists name everything in small letters.
  const asked = new Map([...searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const params = listed('q-url-param-list', (each) => asked.get(each) ?? '');
  const signedHeaders = listed('q-header-list', (each) =>
    String((each === 'host' ? headers['x-called-host'] : headers[each]) ?? ''),
  );
  const said = [method?.toLowerCase(), decodeURIComponent(pathname), params, signedHeaders, ''].join('\n');
  const toSign = ['sha1', of('q-sign-time'), hash('sha1', said), ''].join('\n');
  return of('q-ak') === secretId && of('q-signature') === hmac(hmac(secretKey, of('q-key-time')), toSign);
}
