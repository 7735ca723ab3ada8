import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DocumentStore } from '../../../ports/document-store';
import { type SqliteStoreOptions, storeOf } from '../open-sqlite-store';
import { deedsInThread } from './deeds-in-thread';

/** An embedded store in a thread of its own. */
export interface ThreadedStoreOptions extends SqliteStoreOptions {
  /** The file of `store-thread.ts` as it was bundled. */
  readonly program: string;
}

/**
 * The embedded document store in a thread of its own (decision 131): whoever answers requests does not stand still while a commit is
 * synced or a page is searched. Throws as the one in the own thread does.
 */
export const openThreadedStore = async ({ program, ...options }: ThreadedStoreOptions): Promise<DocumentStore> => {
  const worker = new Worker(program, { workerData: options, name: 'store' });
  await once(worker, 'message');
  return storeOf(deedsInThread(worker));
};
