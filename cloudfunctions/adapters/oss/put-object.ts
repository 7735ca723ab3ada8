import { createHash } from 'node:crypto';
import type { OssCalls } from './oss-calls';
import { OssRefused } from './oss-fault';

/** What is asked of each object besides its bytes. */
export interface PutWay {
  readonly contentType: string;
  /** Encryption at rest, and the mark by which this very writing is known again. */
  readonly headers: Readonly<Record<string, string>>;
  /** A part is large; it gets more time than other calls. */
  readonly partTimeoutMs: number;
  /** Whether what lies under the key now is of this very writing. */
  readonly isWritten: () => Promise<boolean>;
}

/** Puts a content that fits into one part: whole or not at all, whatever breaks. */
export async function putSmall(calls: OssCalls, key: string, content: Buffer, way: PutWay): Promise<void> {
  await calls.withRetry((client) => client.put(key, content, { mime: way.contentType, headers: { ...way.headers } }));
}

/**
 * Puts a content of any size part by part; one part is in memory at a time. Nobody sees it before the last step. Whatever fails, the
 * source included, the parts are given up again, so that nobody pays for halves.
 */
export async function putLarge(calls: OssCalls, key: string, parts: AsyncIterable<Buffer>, way: PutWay) {
  const { uploadId } = await calls.withRetry((client) =>
    client.initMultipartUpload(key, { mime: way.contentType, headers: { ...way.headers } }),
  );
  try {
    const done: { number: number; etag: string }[] = [];
    for await (const part of parts) {
      const number = done.length + 1;
      done.push({ number, etag: await putPart(calls, { key, uploadId, number }, part, way.partTimeoutMs) });
    }
    await complete(calls, { key, uploadId }, done, way);
  } catch (cause) {
    await calls.withRetry((client) => client.abortMultipartUpload(key, uploadId)).catch(() => undefined);
    throw cause;
  }
}

interface Upload {
  readonly key: string;
  readonly uploadId: string;
}

/** The store compares the digest, so that a part changed on its way is refused; putting a part again replaces it. */
async function putPart(
  calls: OssCalls,
  { key, uploadId, number }: Upload & { readonly number: number },
  part: Buffer,
  timeout: number,
) {
  const options = { timeout, headers: { 'Content-MD5': createHash('md5').update(part).digest('base64') } };
  const answer = await calls.withRetry((client) =>
    client.uploadPart(key, uploadId, number, part, 0, part.length, options),
  );
  return answer.etag;
}

/** The answer to this step may be lost after it took effect; then the upload is unknown, and what was written tells. */
async function complete(
  calls: OssCalls,
  { key, uploadId }: Upload,
  done: { number: number; etag: string }[],
  way: PutWay,
) {
  try {
    await calls.withRetry((client) => client.completeMultipartUpload(key, uploadId, done));
  } catch (cause) {
    const unknown = cause instanceof OssRefused && cause.code === 'NoSuchUpload';
    if (!unknown || !(await way.isWritten())) throw cause;
  }
}
