import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** An empty store for one test, as every adapter's suite must bring it. */
export interface OpenedStore {
  readonly store: DocumentStore;
  /** Closes the store and opens the same documents again. */
  reopen(): Promise<DocumentStore>;
  /** Leaves no document, by a way beside the store that is shorter than to delete each; absent where there is none. */
  clear?(): void | Promise<void>;
  /** Leaves nothing behind. */
  remove(): Promise<void>;
}

/** Opens an empty store. */
export type OpenStore = () => Promise<OpenedStore>;

/** Runs a test body with a store of its own. */
export const using =
  (open: OpenStore, body: (store: DocumentStore, opened: OpenedStore) => Promise<void>) => async () => {
    const opened = await open();
    try {
      await body(opened.store, opened);
    } finally {
      await opened.remove();
    }
  };
