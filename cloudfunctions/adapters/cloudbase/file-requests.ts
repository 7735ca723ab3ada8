import type { Readable } from 'node:stream';
import type { Connection } from './connection';

/** Where a file's bytes are, for a while. */
type FileLink = { readonly url: string } | 'absent';

/** The permit to upload one file: where, and with which headers; for some minutes. */
interface UploadPermit {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Single requests to the cloud's storage. */
export interface FileRequests {
  /** Asks for the permission to send one file. */
  permit(path: string, timeoutMs: number): Promise<UploadPermit>;
  /** Sends a whole file; another of that path is replaced when the last byte has come. */
  send(permit: UploadPermit, content: Uint8Array | Readable, contentType: string, timeoutMs: number): Promise<void>;
  /** A link: `straight` from the bucket, for our own reading, or by the delivery network, which may hold an older file. */
  link(path: string, ttlSeconds: number, way: 'straight' | 'delivered', timeoutMs: number): Promise<FileLink>;
  remove(path: string, timeoutMs: number): Promise<void>;
}

const absent = 'STORAGE_FILE_NONEXIST';

/** {@link FileRequests} over a connection. */
export function openFileRequests(connection: Connection): FileRequests {
  let bucket: string | undefined;
  const upload = async (path: string, timeout: number) => {
    const { data } = await connection.client().getUploadMetadata({ cloudPath: path }, { timeout });
    if (!data?.fileId?.endsWith(`/${path}`)) throw new Error('the storage names another file');
    bucket = data.fileId.slice(0, -path.length);
    return data;
  };
  // A file's id begins with the bucket's, which only the storage knows: it is asked once.
  const idOf = async (path: string, timeout: number) => {
    if (bucket === undefined) await upload(path, timeout);
    return `${bucket}${path}`;
  };
  return {
    permit: async (path, timeout) => {
      const { url, token, authorization, cosFileId } = await upload(path, timeout);
      const marks = { 'x-cos-security-token': token, 'x-cos-meta-fileid': cosFileId, key: encodeURIComponent(path) };
      return { url, headers: { signature: authorization, authorization, ...marks } };
    },
    send: async ({ url, headers }, content, contentType, timeout) => {
      // Not the SDK's own upload: it names no content type, takes no stream but a file's, and believes any empty answer.
      const answer = await fetch(url, {
        method: 'PUT',
        headers: { ...headers, 'content-type': contentType },
        body: content instanceof Uint8Array ? new Uint8Array(content) : readableBody(content),
        signal: AbortSignal.timeout(timeout),
        ...(content instanceof Uint8Array ? {} : { duplex: 'half' }),
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`the storage answered ${answer.status} to an upload`);
    },
    link: async (path, ttlSeconds, way, timeout) => {
      const file = { fileID: await idOf(path, timeout), maxAge: ttlSeconds };
      const asked = { fileList: [way === 'straight' ? { ...file, urlType: 'COS_URL' as const } : file] };
      const { fileList } = await connection.client().getTempFileURL(asked, { timeout });
      const [found] = fileList;
      if (found?.code === absent) return 'absent';
      if (found?.code !== 'SUCCESS' || !found.tempFileURL) throw new Error(`the storage gave no link: ${found?.code}`);
      return { url: way === 'straight' ? found.tempFileURL : encodeURI(found.tempFileURL) };
    },
    remove: async (path, timeout) => {
      const fileList = [await idOf(path, timeout)];
      const { fileList: removed } = await connection.client().deleteFile({ fileList }, { timeout });
      const code = removed[0]?.code;
      if (code !== 'SUCCESS' && code !== absent) throw new Error(`the storage did not delete: ${code}`);
    },
  };
}

/** A Node stream as `fetch` takes it: read no faster than it is sent. */
const readableBody = (content: Readable): ReadableStream<Uint8Array> => {
  const chunks = content[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? Buffer.from(value) : value);
    },
    cancel: () => void content.destroy(),
  });
};
