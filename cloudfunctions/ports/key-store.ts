import type { Instant } from '@tongcheng/shared/time';

/**
 * Whose key: of a service day, of a person, of what a case keeps of its own, or of a week of a city's card sets. The id of an erased key of a day, case or
 * week stays closed for ever, so that nobody makes it anew; the id of a person is never given again, so nothing of an erased one stays.
 */
export type KeyKind = 'day' | 'person' | 'case' | 'epoch';

/** What a store has under an id: a wrapped key, or the sign that there was one. */
export type KeptKey = { readonly state: 'held'; readonly wrapped: string } | { readonly state: 'erased' };

/** What became of erased keys. They are gone from all that the store reads when this is answered. */
export interface ErasedKey {
  readonly erasedAt: Instant;
  /** Until when copies that the store makes itself (logs, replicas) may hold a wrapped key; `unknown` where it cannot say. Backups that operators take are theirs to end. */
  readonly copiesUntil: Instant | 'unknown';
}

/** What the log says of an erased key. */
export const erasureFields = ({ copiesUntil }: ErasedKey): { readonly copiesUntil: string } => ({
  copiesUntil: copiesUntil === 'unknown' ? copiesUntil : new Date(copiesUntil).toISOString(),
});

/** Keys, wrapped by the key service, apart from what they seal: a copy of the documents holds none (safety rule 3). */
export interface KeyStore {
  /** Of several who put at once, one is first; the others read what it put. `exists` for an erased day too. */
  putIfAbsent(kind: KeyKind, id: string, wrapped: string): Promise<'put' | 'exists'>;
  get(kind: KeyKind, id: string): Promise<KeptKey | undefined>;
  /** The held ones of at most 100 ids, wrapped, by id; one read. */
  getMany(kind: KeyKind, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Never undone. An id without a key is erased too. Rejects as long as a key may still be read somewhere that the store can clean: then
   * asking again completes it. Of many, one that fails stops no other, and what the store has to clean is cleaned once.
   */
  erase(kind: KeyKind, ids: readonly string[]): Promise<ErasedKey>;
  /** Ids of all held keys of a kind, in batches. */
  held(kind: KeyKind): AsyncIterable<readonly string[]>;
}
