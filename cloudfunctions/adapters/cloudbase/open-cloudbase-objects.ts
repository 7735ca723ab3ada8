import { Readable } from 'node:stream';
import type { Clock } from '../../ports/clock';
import { checkedKey } from '../../ports/object-key';
import type { ObjectStore, StoredObject } from '../../ports/object-store';
import { type ConnectionOptions, openConnection } from './connection';
import { type FileRequests, openFileRequests } from './file-requests';
import { defaultRetryLimits, type RetryLimits, withRetry } from './retry';

/** What keeping files in the cloud needs. */
export interface CloudBaseObjectsOptions extends ConnectionOptions {
  readonly clock: Clock;
  readonly retry?: RetryLimits;
  /** How long sending a stream may take; default ten minutes. */
  readonly uploadMs?: number;
}

const readingSeconds = 600;
const aMinute = 60_000;

/**
 * Files in CloudBase's storage, shared by all instances. The environment's storage is closed to clients (`deploy/cloudbase`),
 * encrypted at rest by the cloud; a link serves the file as it is and cannot give it another name than its key's last part
 * (docs/decisions/088). A file is looked at after it was sent.
 */
export function openCloudBaseObjects(options: CloudBaseObjectsOptions): ObjectStore {
  const files = openFileRequests(openConnection(options));
  const retry = options.retry ?? defaultRetryLimits;
  const uploadMs = options.uploadMs ?? 600_000;
  const uploading: Uploading = {
    retry,
    again: { ...retry, attemptMs: aMinute, budgetMs: aMinute },
    streamMs: uploadMs,
  };
  const head = async (key: string) => withRetry(retry, 'read', (timeoutMs) => seen(files, key, timeoutMs));
  return {
    put: async (key, content, contentType) => {
      checkedKey(key);
      const bytes = await send(files, uploading, key, content, contentType);
      const found = await head(key);
      if (found?.bytes !== bytes) throw new Error('the storage keeps another size than was sent');
      return { bytes, contentType };
    },
    head: async (key) => head(checkedKey(key)),
    get: async (key) => {
      checkedKey(key);
      const answer = await withRetry(retry, 'read', (timeoutMs) => opened(files, key, timeoutMs));
      if (answer === 'absent' || !answer.body) throw new Error(`there is no object ${key}`);
      return Readable.from(answer.body);
    },
    link: async (key, { ttlSeconds }) => {
      checkedKey(key);
      const link = await withRetry(retry, 'read', (timeoutMs) => files.link(key, ttlSeconds, 'delivered', timeoutMs));
      if (link === 'absent') throw new Error(`there is no object ${key}`);
      return { url: link.url, expiresAt: options.clock.now() + ttlSeconds * 1_000 };
    },
    delete: async (key) => {
      checkedKey(key);
      await withRetry(retry, 'write', (timeoutMs) => files.remove(key, timeoutMs));
    },
  };
}

interface Uploading {
  /** For leave to send. */
  readonly retry: RetryLimits;
  /** For bytes, which can be sent again. */
  readonly again: RetryLimits;
  /** For a stream, which flows once. */
  readonly streamMs: number;
}

/** Sends bytes, again if need be; a stream flows once. Gives how many there were; lets go of the source whatever happens. */
async function send(
  files: FileRequests,
  { retry, again, streamMs }: Uploading,
  key: string,
  content: Readable | Uint8Array,
  contentType: string,
): Promise<number> {
  const permit = () => withRetry(retry, 'read', (timeoutMs) => files.permit(key, timeoutMs));
  if (content instanceof Uint8Array) {
    const sending = async (timeoutMs: number) => files.send(await permit(), content, contentType, timeoutMs);
    await withRetry(again, 'write', sending);
    return content.length;
  }
  let bytes = 0;
  async function* counted() {
    for await (const chunk of content) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  // A source may break before it is read: the reading tells of it.
  content.on('error', () => undefined);
  try {
    await files.send(await permit(), Readable.from(counted()), contentType, streamMs);
    return bytes;
  } finally {
    content.destroy();
  }
}

async function seen(files: FileRequests, key: string, timeoutMs: number): Promise<StoredObject | undefined> {
  const link = await files.link(key, readingSeconds, 'straight', timeoutMs);
  if (link === 'absent') return undefined;
  const answer = await fetch(link.url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
  if (answer.status === 404) return undefined;
  const bytes = answer.headers.get('content-length');
  if (answer.status !== 200 || bytes === null) throw new Error(`the storage answered ${answer.status} to a look`);
  return { bytes: Number(bytes), contentType: answer.headers.get('content-type') ?? 'application/octet-stream' };
}

/** The answer whose body is the file; its beginning comes in time, its length takes what it takes. */
async function opened(files: FileRequests, key: string, timeoutMs: number): Promise<Response | 'absent'> {
  const link = await files.link(key, readingSeconds, 'straight', timeoutMs);
  if (link === 'absent') return 'absent';
  const answer = await fetch(link.url);
  if (answer.status === 200) return answer;
  await answer.body?.cancel();
  if (answer.status === 404) return 'absent';
  throw new Error(`the storage answered ${answer.status} to a reading`);
}
