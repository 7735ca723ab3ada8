import type { Instant } from '@tongcheng/shared/time';
import type { Doc, DocumentStore, Stored } from '../../../ports/document-store';
import { refusals } from '../../rides/refusal-record';
import { scans } from '../../rides/scan-record';

/**
 * The store as it was before an instant, as far as scans and refusals are concerned: those recorded at or after `until` are not
 * there. Neither is ever changed, so this is the same for ever.
 */
export function snapshotOf(store: DocumentStore, until: Instant): DocumentStore {
  const seen = <D extends Doc>(items: readonly Stored<D>[]) => items.filter((item) => recordedBefore(item, until));
  return {
    ...store,
    find: async (from, query) => {
      const page = await store.find(from, query);
      return isOfSnapshot(from.name) ? { ...page, items: seen(page.items) } : page;
    },
    stream: (from, query) => {
      const batches = store.stream(from, query);
      return isOfSnapshot(from.name) ? kept(batches, seen) : batches;
    },
  };
}

const isOfSnapshot = (name: string): boolean => name === scans.name || name === refusals.name;

const recordedBefore = (item: object, until: Instant) =>
  'recordedAt' in item && typeof item.recordedAt === 'number' && item.recordedAt < until;

async function* kept<T>(batches: AsyncIterable<readonly T[]>, seen: (batch: readonly T[]) => readonly T[]) {
  for await (const batch of batches) yield seen(batch);
}
