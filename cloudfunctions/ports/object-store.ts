import type { Readable } from 'node:stream';

/** What is known of a stored object. */
export interface StoredObject {
  readonly bytes: number;
  readonly contentType: string;
}

/** Keeps files (reports, sticker sheets) by key: `reports/420100/2026-11-20/v1-full.xlsx`. Keys: `[a-z0-9/._-]`, no `..`. */
export interface ObjectStore {
  /** Durable and whole when it resolves: a reader never sees half a file. An existing key is replaced. */
  put(key: string, content: Readable | Uint8Array, contentType: string): Promise<StoredObject>;
  /** Undefined when there is none. */
  head(key: string): Promise<StoredObject | undefined>;
  /** Throws when there is none. */
  get(key: string): Promise<Readable>;
  /** A link that opens the object for whoever holds it, until it expires. */
  link(
    key: string,
    options: { readonly ttlSeconds: number; readonly fileName: string },
  ): Promise<{ url: string; expiresAt: number }>;
  delete(key: string): Promise<void>;
}
