import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import * as z from 'zod';
import { checkedKey } from '../../ports/object-key';
import type { ObjectStore } from '../../ports/object-store';
import { inParts } from './in-parts';
import { ossCalls } from './oss-calls';
import type { OssOptions } from './oss-client';
import { isAbsent } from './oss-fault';
import { ossLinks } from './oss-links';
import { putLarge, putSmall } from './put-object';
import { wholeBody } from './read-whole';

const Headers = z.object({
  'content-length': z.coerce.number().int().min(0),
  'content-type': z.string(),
  'x-oss-server-side-encryption': z.string().optional(),
  'x-oss-meta-written': z.string().optional(),
});

/**
 * Keeps objects in a bucket, encrypted at rest by the store and signed by V4. A put is looked at afterwards: what lies there is of the
 * size that was sent, of this very writing, and encrypted, or the put fails.
 */
export function openOssObjects(options: OssOptions): ObjectStore {
  const calls = ossCalls(options.place, options.keys, options.pauseMs);
  const links = ossLinks(options);
  const seen = (key: string) =>
    calls
      .withRetry(async (client) => Headers.parse((await client.head(key)).res.headers))
      .catch((cause) => (isAbsent(cause) ? undefined : Promise.reject(cause)));
  const confirm = async (
    kept: z.output<typeof Headers> | undefined,
    key: string,
    put: { written: string; bytes: number },
  ) => {
    if (!kept) throw new Error('the object vanished after it was stored');
    // Another writer has replaced it since: theirs to confirm.
    if (kept['x-oss-meta-written'] !== put.written) return;
    if (kept['content-length'] !== put.bytes) throw new Error('the object store kept another size than was sent');
    if (kept['x-oss-server-side-encryption'] === options.encryption.by) return;
    await calls.withRetry((client) => client.delete(key));
    throw new Error('the object store did not encrypt what it keeps; the object was removed');
  };
  return {
    put: async (key, content, contentType) => {
      checkedKey(key);
      const written = randomUUID();
      const headers = { ...encryptionHeaders(options.encryption), 'x-oss-meta-written': written };
      const isWritten = async () => (await seen(key))?.['x-oss-meta-written'] === written;
      const way = { contentType, headers, isWritten, partTimeoutMs: 4 * (options.place.timeoutMs ?? 30_000) };
      const sent = await put(content, options.partBytes ?? 8 * 2 ** 20, {
        small: (only) => putSmall(calls, key, only, way),
        large: (parts) => putLarge(calls, key, parts, way),
      });
      await confirm(await seen(key), key, { written, bytes: sent });
      return { bytes: sent, contentType };
    },
    head: async (key) => {
      const found = await seen(checkedKey(key));
      return found && { bytes: found['content-length'], contentType: found['content-type'] };
    },
    get: async (key) => {
      checkedKey(key);
      const answer = await calls
        .withRetry((client) => client.getStream(key))
        .catch((cause) => Promise.reject(isAbsent(cause) ? new Error(`there is no object ${key}`) : cause));
      return wholeBody(answer);
    },
    link: async (key, how) => links(checkedKey(key), how),
    delete: async (key) => {
      checkedKey(key);
      await calls.withRetry((client) => client.delete(key));
    },
  };
}

const encryptionHeaders = (encryption: OssOptions['encryption']): Record<string, string> => ({
  'x-oss-server-side-encryption': encryption.by,
  ...(encryption.by === 'KMS' && encryption.keyId !== undefined
    ? { 'x-oss-server-side-encryption-key-id': encryption.keyId }
    : {}),
});

interface Ways {
  readonly small: (only: Buffer) => Promise<void>;
  readonly large: (parts: AsyncIterable<Buffer>) => Promise<void>;
}

/** In one piece when the first part is the last one, else in parts. Gives how many bytes the source had; lets go of it whatever happens. */
async function put(content: Readable | Uint8Array, partBytes: number, { small, large }: Ways): Promise<number> {
  const parts = inParts(content instanceof Uint8Array ? Readable.from([content]) : content, partBytes);
  try {
    const first = await parts.next();
    if (first.done) throw new Error('a content without even an end');
    if (first.value.length < partBytes) {
      await small(first.value);
      return first.value.length;
    }
    const sent = { bytes: 0 };
    await large(counted(sent, first.value, parts));
    return sent.bytes;
  } finally {
    await parts.return(undefined);
  }
}

async function* counted(sent: { bytes: number }, first: Buffer, others: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  sent.bytes += first.length;
  yield first;
  for await (const part of others) {
    sent.bytes += part.length;
    yield part;
  }
}
