import { type DocumentStore, StoreRefused } from '../../ports/document-store';
import { type ConnectionOptions, openConnection } from './connection';
import { openReads } from './reads';
import { openRequests } from './requests';
import { defaultRetryLimits, type RetryLimits } from './retry';
import { openWrites } from './writes';

/** What a store in the cloud needs. */
export interface CloudBaseStoreOptions extends ConnectionOptions {
  /** Stands before the name of every collection, so that two stores share an environment. */
  readonly prefix?: string;
  readonly retry?: RetryLimits;
}

/**
 * Documents in CloudBase's document database. Its collections and indexes are made beforehand (`npm run cloudbase:indexes`);
 * any number of instances share it. A write of which nobody knows whether it was kept throws `OutcomeUnclear`.
 */
export function openCloudBaseStore(options: CloudBaseStoreOptions): DocumentStore {
  const requests = openRequests(openConnection(options), options.prefix ?? '');
  const retry = options.retry ?? defaultRetryLimits;
  const underWay = new Set<Promise<unknown>>();
  let closed = false;
  const tracked = async <T>(run: () => Promise<T>): Promise<T> => {
    if (closed) throw new StoreRefused('存储已关闭 the store is closed');
    const running = run();
    underWay.add(running);
    return running.finally(() => underWay.delete(running));
  };
  const reads = openReads(requests, retry);
  const writes = openWrites(requests, retry);
  return {
    insert: (into, document) => tracked(() => writes.insert(into, document)),
    insertMany: (into, documents) => tracked(() => writes.insertMany(into, documents)),
    get: (from, id) => tracked(() => reads.get(from, id)),
    find: (from, query) => tracked(() => reads.find(from, query)),
    count: (from, where) => tracked(() => reads.count(from, where)),
    stream: (from, query) => reads.stream(from, query),
    update: (into, document, expectedVersion) => tracked(() => writes.update(into, document, expectedVersion)),
    delete: (from, id) => tracked(() => writes.delete(from, id)),
    dropDay: (from, day) => tracked(() => writes.dropDay(from, day)),
    days: (from) => tracked(() => reads.days(from)),
    close: async () => {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
