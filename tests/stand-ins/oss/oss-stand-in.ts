import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Answered, bucketInMemory } from './bucket';
import { type KnownKey, refusalOf } from './guard';

/** What goes wrong with the next call of a kind. */
export interface Fault {
  readonly at: 'put' | 'begin' | 'part' | 'complete' | 'abort' | 'head' | 'get' | 'delete';
  readonly how: 'unavailable' | 'silent' | 'cut-within-body' | 'answer-lost' | 'cut-download' | 'not-encrypted';
}

/**
 * A bucket over HTTP that recomputes every V4 signature, of headers and of links, from the published rules. Not verified against the
 * live service; what it leaves out (versions, lists, ranges) is not used.
 */
export async function openOssStandIn(place = { bucket: 'reports', region: 'cn-wuhan-lr' }, now = () => Date.now()) {
  const bucket = bucketInMemory();
  const keys = new Map<string, KnownKey>();
  const faults: Fault[] = [];
  const calls: string[] = [];
  const refusals: string[] = [];
  const server = createServer((request, reply) => {
    void serve(request, reply).catch(() => request.socket.destroy());
  });
  const serve = async (request: IncomingMessage, reply: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://stand-in');
    const asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
    };
    const kind = kindOf(asked.method, asked.query);
    calls.push(kind);
    const place_ = faults.findIndex(({ at }) => at === kind);
    const fault = place_ < 0 ? undefined : faults.splice(place_, 1)[0]?.how;
    if (fault === 'cut-within-body') return void request.once('data', () => request.socket.destroy());
    const body = await buffer(request);
    if (fault === 'silent') return;
    const code = refusalOf(asked, place, keys, now());
    if (code !== undefined) refusals.push(code);
    if (code !== undefined) return send(asked.method, reply, { status: 403, refused: code });
    if (fault === 'unavailable') return send(asked.method, reply, { status: 503, refused: 'ServiceUnavailable' });
    const { 'x-oss-server-side-encryption': _encryption, ...plain } = strings(request.headers);
    const given = fault === 'not-encrypted' ? plain : strings(request.headers);
    const answer = answerTo(bucket, kind, decodeURIComponent(asked.path.slice(1)), asked.query, body, given);
    if (fault === 'answer-lost') return void request.socket.destroy();
    if (fault === 'cut-download') return cutShort(reply, answer);
    send(asked.method, reply, answer);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint, place, keys, faults, calls, refusals, bucket, close };
}

function kindOf(method: string, query: URLSearchParams): Fault['at'] {
  if (method === 'HEAD') return 'head';
  if (method === 'GET') return 'get';
  if (method === 'PUT') return query.has('partNumber') ? 'part' : 'put';
  if (method === 'POST') return query.has('uploads') ? 'begin' : 'complete';
  return query.has('uploadId') ? 'abort' : 'delete';
}

function answerTo(
  bucket: ReturnType<typeof bucketInMemory>,
  kind: Fault['at'],
  key: string,
  query: URLSearchParams,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
): Answered {
  const upload = query.get('uploadId') ?? '';
  if (kind === 'put') return bucket.put(key, body, headers);
  if (kind === 'begin') return bucket.begin(key, headers);
  if (kind === 'part') return bucket.part(upload, Number(query.get('partNumber')), body, headers);
  if (kind === 'complete') return bucket.complete(upload, String(body));
  if (kind === 'abort') return bucket.abort(upload);
  const found = bucket.objects.get(key);
  if (kind === 'delete') bucket.objects.delete(key);
  if (kind === 'delete') return { status: 204 };
  if (!found) return { status: 404, refused: 'NoSuchKey' };
  const disposition = query.get('response-content-disposition');
  const named = disposition === null ? {} : { 'content-disposition': disposition };
  return { status: 200, headers: { ...found.headers, ...named }, body: found.bytes };
}

function send(method: string, reply: ServerResponse, { status, headers, body, refused }: Answered): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${refused}</Code><Message>refused</Message><RequestId>5C3D</RequestId></Error>`;
  const content = refused === undefined ? (body ?? '') : xml;
  const length = method === 'HEAD' && refused !== undefined ? 0 : Buffer.byteLength(content);
  reply.writeHead(status, { ...headers, 'content-length': length }).end(method === 'HEAD' ? undefined : content);
}

/** Announces all, gives half, and is gone. */
function cutShort(reply: ServerResponse, { headers, body = '' }: Answered): void {
  const bytes = Buffer.from(body);
  reply.writeHead(200, { ...headers, 'content-length': bytes.length });
  reply.write(bytes.subarray(0, bytes.length / 2), () => reply.socket?.destroy());
}

const strings = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
