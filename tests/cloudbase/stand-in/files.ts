import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Fields, ServiceFault } from './ejson';

interface StoredFile {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/**
 * The storage of an environment: metadata for an upload, a PUT that must bring what the metadata gave, links with a time.
 * `secondsNow` is its clock. Links are of two kinds, as in the cloud: by the delivery network, which asks for a signature of
 * its own (`sign`, `t`), and straight from the bucket.
 */
export function fileStorage(place: { env: string; address: () => string }, secondsNow: () => number) {
  const files = new Map<string, StoredFile>();
  const allowed = new Map<string, { readonly path: string; readonly until: number }>();
  const secret = randomBytes(16).toString('hex');
  const prefix = `cloud://${place.env}.7465-${place.env}-1300000000/`;
  const signatureOf = (path: string, until: string) =>
    createHash('sha256')
      .update(JSON.stringify([secret, path, until]))
      .digest('hex');
  const pathOf = (fileId: unknown) => {
    if (typeof fileId !== 'string' || !fileId.startsWith(prefix))
      throw new ServiceFault('INVALID_PARAM', 'not a file id');
    return fileId.slice(prefix.length);
  };
  const linkTo = (fileId: unknown, maxAge: unknown) => {
    const path = pathOf(fileId);
    if (!files.has(path)) return { fileID: fileId, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
    const until = String(secondsNow() + Number(maxAge ?? 600));
    const query = new URLSearchParams({ sign: signatureOf(path, until), t: until });
    return { fileID: fileId, code: 'SUCCESS', tempFileURL: `${place.address()}/files/${path}?${query}` };
  };
  return {
    actions: {
      'storage.getUploadMetadata': (params: Fields) => {
        const path = String(params.path);
        const authorization = randomBytes(12).toString('hex');
        allowed.set(authorization, { path, until: secondsNow() + 900 });
        const url = `${place.address()}/upload/${path}`;
        return { url, token: `t-${authorization}`, authorization, fileId: prefix + path, cosFileId: `c-${path}` };
      },
      'storage.batchGetDownloadUrl': (params: Fields) => ({
        download_list: listOf(params.file_list).map(({ fileid, max_age }) => linkTo(fileid, max_age)),
      }),
      'storage.batchDeleteFile': (params: Fields) => ({
        delete_list: listOfTexts(params.fileid_list).map((fileID) => {
          const code = files.delete(pathOf(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST';
          return { fileID, code };
        }),
      }),
    },
    /** Takes an upload; it is there when its last byte is, and not before. */
    put: async (request: IncomingMessage, response: ServerResponse) => {
      const { authorization = '', key } = request.headers;
      const grant = allowed.get(authorization);
      const path = pathIn(request, '/upload/');
      const token = request.headers['x-cos-security-token'];
      const fits = grant?.path === path && grant.until > secondsNow() && token === `t-${authorization}`;
      if (!fits || key !== encodeURIComponent(path)) return refuse(response);
      const bytes = await buffer(request);
      files.set(path, { bytes, contentType: request.headers['content-type'] ?? 'application/octet-stream' });
      return response.writeHead(200, { etag: `"${createHash('md5').update(bytes).digest('hex')}"` }).end();
    },
    get: (request: IncomingMessage, response: ServerResponse) => {
      const path = pathIn(request, '/files/');
      const query = new URL(request.url ?? '', 'http://any').searchParams;
      const until = query.get('t') ?? '';
      const file = files.get(path);
      if (query.get('sign') !== signatureOf(path, until) || Number(until) < secondsNow()) return refuse(response);
      if (!file) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.length });
      return response.end(request.method === 'HEAD' ? undefined : file.bytes);
    },
    files,
  };
}

const pathIn = (request: IncomingMessage, place: string): string =>
  decodeURIComponent(new URL(request.url ?? '', 'http://any').pathname.slice(place.length));

const refuse = (response: ServerResponse) =>
  response
    .writeHead(403, { 'content-type': 'application/xml' })
    .end('<Error><Code>AccessDenied</Code><Message>Access Denied.</Message></Error>');

const listOf = (list: unknown): readonly Fields[] => (Array.isArray(list) ? list : []);
const listOfTexts = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : []);
